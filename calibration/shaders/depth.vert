#version 330
in vec3 in_position;
uniform mat4 light;

void main() {
    gl_Position = light * vec4(in_position, 1.0);
}
