#version 330
// World frame: x to the sitter's left, y backwards, z up; metres.
in vec3 in_position;
in vec3 in_normal;
in vec3 in_pattern;
in vec3 in_colour;
in vec4 in_material;
uniform mat4 camera;
uniform mat4 key_light;
uniform mat4 sky_light;
out vec3 position;
out vec3 normal;
out vec3 pattern;
out vec3 colour;
out vec4 material;
out vec3 in_key;
out vec3 in_sky;

void main() {
    vec4 world = vec4(in_position, 1.0);
    gl_Position = camera * world;
    // A step along the normal keeps a surface out of its own shadow.
    vec4 raised = vec4(in_position + 0.006 * normalize(in_normal + vec3(1e-9)), 1.0);
    in_key = (key_light * raised).xyz * 0.5 + 0.5;
    in_sky = (sky_light * raised).xyz * 0.5 + 0.5;
    position = in_position;
    normal = in_normal;
    pattern = in_pattern;
    colour = in_colour;
    material = in_material;
}
