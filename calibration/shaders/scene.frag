#version 330
// KIND is a number of parts.Material, defined by the caller: software GL runs both sides of every
// branch, so that each material has its own program.
in vec3 position;
in vec3 normal;
in vec3 pattern;
in vec3 colour;
in vec4 material;
in vec3 in_key;
in vec3 in_sky;
uniform sampler2D noise;
uniform sampler2DShadow key_map;
uniform sampler2DShadow sky_map;
uniform vec3 eye_position;
uniform vec3 key_direction;
uniform vec3 key_colour;
uniform vec3 sky_colour;
uniform vec3 bounce_colour;
uniform vec3 screen_colour;
uniform vec3 screen_position;
uniform float exposure;
uniform vec3 second_colour;
uniform vec3 lip_colour;
uniform vec3 hair_colour;
uniform float brow_strength;
uniform float stubble;
uniform float scalp_tint;
uniform float wrinkles;
uniform vec3 pattern_phase;
out vec4 result;

float shadow(sampler2DShadow map, vec3 at, float reach) {
    // Four look-ups, each of which averages four texels.
    float light = texture(map, vec3(at.xy + reach * vec2(0.9, 0.4), at.z))
        + texture(map, vec3(at.xy + reach * vec2(-0.4, 0.9), at.z))
        + texture(map, vec3(at.xy + reach * vec2(-0.9, -0.4), at.z))
        + texture(map, vec3(at.xy + reach * vec2(0.4, -0.9), at.z));
    return 0.25 * light;
}

vec4 cloud(vec3 p) {
    return 0.5 * (texture(noise, p.xz + 0.37 * p.y) + texture(noise, p.yz * vec2(1.0, 1.13) + 0.5));
}

float bump(vec3 p, vec3 centre, vec3 radii) {
    vec3 d = (p - centre) / radii;
    return exp(-dot(d, d));
}

vec3 skin_albedo(vec3 p, out float gloss) {
    vec3 m = vec3(abs(p.x), p.y, p.z);
    vec3 skin = colour * (0.92 + 0.16 * cloud(p * 2.0).r) * (0.96 + 0.08 * cloud(p * 14.0).g);
    float front = smoothstep(-0.075, -0.11, p.y);
    vec3 red = vec3(1.10, 0.80, 0.76);
    skin *= mix(vec3(1.0), red, 0.75 * front * (bump(m, vec3(0.042, -0.13, 0.688), vec3(0.022))
        + 0.9 * bump(m, vec3(0.0, -0.165, 0.693), vec3(0.016))));
    skin *= mix(vec3(1.0), red, 0.8 * bump(m, vec3(0.082, -0.045, 0.715), vec3(0.02, 0.03, 0.04)));
    // Lids and the hollows around the eyes are darker; the lashes darker still.
    skin *= 1.0 - 0.30 * front * bump(m, vec3(0.031, -0.13, 0.731), vec3(0.026, 0.05, 0.013));
    vec2 lid = vec2((m.x - 0.031) / 0.0175, (p.z - 0.7285) / 0.0085);
    float lash = smoothstep(0.45, 0.05, abs(length(lid) - 0.95)) * smoothstep(-0.8, 0.4, lid.y);
    skin = mix(skin, hair_colour * 0.25 + 0.01, 0.65 * front * lash);
    skin *= 1.0 - 0.42 * clamp(material.z, 0.0, 1.0) + 0.10 * clamp(-material.z, 0.0, 1.0);
    float t = (m.x - 0.012) / 0.042;
    float middle = 0.7445 + 0.0065 * smoothstep(0.0, 0.65, t) - 0.008 * smoothstep(0.62, 1.1, t);
    float thick = mix(0.0058, 0.0026, clamp(t, 0.0, 1.0));
    float brow = smoothstep(thick, 0.35 * thick, abs(p.z - middle))
        * smoothstep(-0.05, 0.12, t) * smoothstep(1.1, 0.85, t) * front;
    brow *= 0.55 + 0.75 * texture(noise, vec2(m.x * 18.0 + p.z * 6.0, p.z * 3.0)).b;
    skin = mix(skin, hair_colour * 0.6 + 0.004, clamp(brow_strength * brow, 0.0, 1.0));
    skin = mix(skin, lip_colour, 0.85 * material.y);
    // The line between the lips.
    float mouth = smoothstep(0.0022, 0.0, abs(p.z - 0.6628)) * smoothstep(0.026, 0.020, m.x);
    skin *= 1.0 - 0.5 * mouth * front * step(p.y, -0.12);
    float beard = smoothstep(0.690, 0.668, p.z + 0.35 * (m.x - 0.05)) * smoothstep(0.585, 0.61, p.z)
        * smoothstep(-0.045, -0.075, p.y) * (1.0 - material.y);
    beard = clamp(max(beard, smoothstep(0.677, 0.674, p.z) * smoothstep(0.664, 0.668, p.z)
        * smoothstep(0.032, 0.026, m.x) * front * (1.0 - material.y)), 0.0, 1.0);
    beard *= stubble * (0.55 + 0.9 * cloud(p * 40.0).b);
    skin = mix(skin, hair_colour * 0.7 + 0.01, clamp(beard, 0.0, 0.93));
    float scalp = smoothstep(-0.002, 0.008, material.w + 0.010 * (cloud(p * 22.0).g - 0.5));
    skin = mix(skin, hair_colour * (0.7 + 0.5 * cloud(p * 50.0).b), scalp_tint * scalp);
    gloss = mix(0.32, 0.10, scalp * scalp_tint);
    return skin;
}

vec3 eye_albedo(vec3 p) {
    float angle = degrees(acos(clamp(-p.y / length(p), -1.0, 1.0)));
    vec3 white = vec3(0.62, 0.58, 0.55) * (1.0 - 0.5 * smoothstep(35.0, 75.0, angle));
    vec3 iris = colour * (0.75 + 0.5 * texture(noise, vec2(atan(p.x, p.z) * 0.8, 0.2)).r);
    vec3 ball = mix(iris, white, smoothstep(24.0, 27.0, angle));
    ball = mix(ball, iris * 0.25, smoothstep(3.0, 1.0, abs(angle - 24.5)));
    ball = mix(vec3(0.008), ball, smoothstep(10.0, 12.0, angle));
    // A bright spot and the shadow of the upper lid.
    return ball * mix(0.55, 1.0, smoothstep(0.008, 0.001, p.z));
}

vec3 cloth_albedo(vec3 p, inout vec3 n) {
    vec3 cloth = colour;
    int kind = int(material.y + 0.5);
    vec3 q = p + pattern_phase;
    float fine = cloud(p * 30.0).g;
    if (kind == 1) cloth = mix(cloth, second_colour, step(0.5, fract(q.z * 22.0)));
    if (kind == 2) cloth = mix(cloth, second_colour, 0.5 * step(0.5, fract(q.z * 13.0))
        + 0.5 * step(0.5, fract(q.x * 13.0)));
    if (kind == 3) cloth = mix(cloth, second_colour, smoothstep(0.50, 0.54, cloud(q * 2.2).r));
    if (kind == 4 && p.y < 0.0) cloth = mix(cloth, second_colour,
        step(max(abs(p.x) / 0.095, abs(p.z - 0.36) / 0.085), 1.0) * step(0.45, cloud(q * 4.0).b));
    // Folds: slow noise, stretched across the body.
    vec4 fold = cloud(p * vec3(1.1, 1.1, 2.4) + pattern_phase);
    vec4 crease = cloud(p * vec3(4.5, 4.5, 2.5) + 1.7 * pattern_phase);
    n = normalize(n + wrinkles * (fold.rgb - 0.5) * 1.7 + wrinkles * (crease.gbr - 0.5) * 0.8);
    return cloth * (0.86 + 0.28 * fine) * (1.0 - 0.6 * wrinkles * max(0.0, 0.45 - fold.g));
}

vec3 textured_albedo(vec3 p) {
    int kind = int(material.y + 0.5);
    float scale = material.z;
    if (kind == 1) return colour * (0.75 + 0.5 * texture(noise, vec2(p.x * 0.7 + p.z * 0.1,
        p.y * 6.0 + p.z * 6.0) * scale).r);
    if (kind == 2) return colour * (0.90 + 0.20 * cloud(p * scale).r);
    if (kind == 3) return mix(colour, second_colour.gbr, smoothstep(0.47, 0.55, cloud(p * scale).g))
        * (0.7 + 0.6 * cloud(p * scale * 0.4 + 0.3).b);
    if (kind == 4) return colour * (0.75 + 0.25 * step(0.04, fract(p.x * scale))
        * step(0.04, fract(p.y * scale + 0.5 * floor(p.x * scale))));
    return colour * (0.8 + 0.4 * cloud(p * scale).b);
}

bool cut_away() {
#if KIND == 2
    float edge = material.z + 0.012 * (cloud(pattern * 9.0).r - 0.5);
    float strand = texture(noise, vec2(pattern.x * 26.0 + pattern.y * 9.0,
        pattern.z * 7.0 + pattern.y * 11.0)).g;
    return edge < 0.0 || (material.y > 0.15 && strand < material.y * 0.72);
#elif KIND == 3
    return material.z > 0.0 && material.z < 9.0 || material.w > 0.0;
#elif KIND == 5
    float strand = texture(noise, vec2(atan(pattern.x, pattern.y + 0.03) * 3.0, 0.3)).r;
    // Long hair ends at material.z = 0, in front of the shoulders earlier; the face is free.
    float end = material.z - 0.10 * smoothstep(-0.03, -0.08, pattern.y);
    bool face = pattern.z < 0.803 && (pattern.y < -0.070
        || pattern.y < -0.050 && abs(pattern.x) < 0.070);
    return material.z < 0.9 && (face || end + 0.10 * (strand - 0.5) < 0.0);
#else
    return false;
#endif
}

void light_up(vec3 n, vec3 view, vec3 albedo, float gloss, float power, float wrap) {
    float lit = clamp((dot(n, key_direction) + wrap) / (1.0 + wrap), 0.0, 1.0);
    float key = lit * shadow(key_map, in_key, 0.0022);
    float open = mix(0.28, 1.0, shadow(sky_map, in_sky, 0.022));
    float up = 0.5 + 0.5 * n.z;
    vec3 to_screen = screen_position - position;
    float screen = max(0.0, 0.25 + 0.75 * dot(n, normalize(to_screen)))
        / (0.25 + dot(to_screen, to_screen));
    vec3 light = key_colour * key + sky_colour * open * (0.35 + 0.65 * up)
        + bounce_colour * (1.0 - 0.55 * up) * open + screen_colour * screen;
    vec3 linear = albedo * light;
#if KIND != 4 && KIND != 6
    vec3 half_way = normalize(view + key_direction);
    float shine = gloss * pow(max(dot(n, half_way), 0.0), power) * key
        + 0.35 * gloss * pow(max(dot(n, normalize(view + normalize(to_screen))), 0.0), power)
        * screen;
    float rim = 0.04 * pow(1.0 - max(dot(n, view), 0.0), 4.0);
    linear += key_colour * shine * 0.35 + sky_colour * rim * open;
#endif
    result = vec4(pow(1.0 - exp(-exposure * linear), vec3(1.0 / 2.2)), 1.0);
}

void main() {
    if (cut_away()) discard;
    vec3 n = normalize(normal);
    vec3 view = normalize(eye_position - position);
    if (dot(n, view) < 0.0 && KIND != 0) n = -n;
#if KIND == 0
    float gloss;
    vec3 skin = skin_albedo(pattern, gloss);
    light_up(n, view, skin, gloss, 18.0, 0.22);
#elif KIND == 1
    light_up(n, view, eye_albedo(pattern), 1.6, 90.0, 0.0);
#elif KIND == 2
    float strand = cloud(pattern * vec3(26.0, 26.0, 9.0)).r;
    light_up(n, view, colour * (0.35 + 0.65 * material.y) * (0.55 + 0.9 * strand), 0.20 * strand,
        18.0, 0.2);
#elif KIND == 3
    vec3 cloth = cloth_albedo(pattern, n);
    light_up(n, view, cloth, 0.03, 18.0, 0.1);
#elif KIND == 5
    float strand = texture(noise, vec2(atan(pattern.x, pattern.y + 0.03) * 5.0,
        pattern.z * 0.5)).g;
    n = normalize(n + 0.8 * vec3(strand - 0.5, 0.5 - strand, 0.0));
    light_up(n, view, colour * (0.45 + 1.1 * strand), 0.25 * strand, 18.0, 0.2);
#elif KIND == 6
    light_up(n, view, textured_albedo(pattern), 0.0, 1.0, 0.0);
#elif KIND == 7
    vec3 glow = colour * (0.75 + 0.5 * cloud(pattern * 0.35).r);
    result = vec4(pow(1.0 - exp(-exposure * glow), vec3(1.0 / 2.2)), 1.0);
#else
    light_up(n, view, colour, 0.0, 1.0, 0.0);
#endif
}
