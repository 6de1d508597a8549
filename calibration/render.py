"""Rasteriser: OpenGL 3.3 without a window (EGL, Mesa's llvmpipe is enough), then a webcam.

World frame: x to the sitter's left, y backwards, z up; metres; the floor is at z = 0. Images are
(height, width, 3) uint8, BGR, first row at the top; pixel (u, v) has its centre at (u + 0.5,
v + 0.5). The same inputs give the same pixels on the same version of the GL library.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from calibration.parts import Material, Part
from calibration.projection import Matrix, camera_matrix, light_matrix

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from moderngl import Program

    from calibration.scenes import Camera, Light, Look

Pixels = NDArray[np.uint8]

_SHADERS = Path(__file__).parent / "shaders"
_KEY_MAP_PIXELS, _SKY_MAP_PIXELS = 768, 256
_NOISE_PIXELS = 256
# Pictures are drawn larger and averaged down: on software GL that costs less than multisampling.
_OVERSIZE = 1.25
# Steep spectra are clouds, flat ones grain; one per channel (red, green, blue, alpha).
_NOISE_SLOPES = (1.9, 1.2, 1.6, 1.4)


@dataclass(frozen=True)
class View:
    """Everything about a picture but the positions of the vertices."""

    camera: Camera
    light: Light
    look: Look


def _noise_pixels() -> Pixels:
    """Smooth tiling noise in four channels, from a fixed seed, stretched to the full range."""
    rng = np.random.default_rng(20240607)
    total = np.zeros((_NOISE_PIXELS, _NOISE_PIXELS, 4))
    frequency = np.fft.fftfreq(_NOISE_PIXELS) * _NOISE_PIXELS
    radius = np.hypot(frequency[:, None], frequency[None, :])
    for channel in range(4):
        spectrum = np.fft.fft2(rng.normal(size=(_NOISE_PIXELS, _NOISE_PIXELS)))
        field = np.fft.ifft2(spectrum / np.maximum(radius, 3.0) ** _NOISE_SLOPES[channel]).real
        order = np.argsort(np.argsort(field.ravel())).reshape(field.shape)
        total[:, :, channel] = order / order.max()
    return (total * 255.0).astype(np.uint8)


class Renderer:
    """Draws one set-up at a time: upload its meshes once, then give the vertices per frame.

    Use it as a context manager: it owns a GL context.
    """

    def __init__(self) -> None:
        import moderngl

        options: dict[str, Any] = {"backend": "egl"}
        self._gl: Any = moderngl.create_context(standalone=True, require=330, **options)
        self._scenes = {kind: self._program("scene.vert", "scene.frag", kind) for kind in Material}
        self._depth = self._program("depth.vert", "depth.frag", Material.SOLID)
        self._noise = self._gl.texture((_NOISE_PIXELS, _NOISE_PIXELS), 4, _noise_pixels().tobytes())
        self._noise.build_mipmaps()
        self._noise.filter = (moderngl.LINEAR_MIPMAP_NEAREST, moderngl.LINEAR)
        self._key_map, self._key_target = self._shadow_map(_KEY_MAP_PIXELS)
        self._sky_map, self._sky_target = self._shadow_map(_SKY_MAP_PIXELS)
        self._targets: dict[tuple[int, int], tuple[Any, Any]] = {}
        self._buffers: list[Any] = []

    def __enter__(self) -> Renderer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._gl.release()

    def _program(self, vertex: str, fragment: str, kind: Material) -> Program:
        version = "#version 330\n"
        source = (_SHADERS / fragment).read_text(encoding="utf-8")
        program: Program = self._gl.program(
            vertex_shader=(_SHADERS / vertex).read_text(encoding="utf-8"),
            fragment_shader=source.replace(version, f"{version}#define KIND {int(kind)}\n"),
        )
        return program

    def _shadow_map(self, pixels: int) -> tuple[Any, Any]:
        texture = self._gl.depth_texture((pixels, pixels))
        texture.compare_func = "<="
        texture.repeat_x = texture.repeat_y = False
        return texture, self._gl.framebuffer(depth_attachment=texture)

    def _target(self, camera: Camera) -> tuple[Any, Any]:
        """Framebuffers (empty room, picture) for the size of a camera."""
        size = (round(camera.width_px * _OVERSIZE), round(camera.height_px * _OVERSIZE))
        if size not in self._targets:
            first, second = (
                self._gl.framebuffer(
                    [self._gl.renderbuffer(size, 4)], self._gl.depth_renderbuffer(size)
                )
                for _ in range(2)
            )
            self._targets[size] = (first, second)
        return self._targets[size]

    def load(
        self, mesh: Part, ends: tuple[int, int, int], view: View, focus_m: NDArray[np.float64]
    ) -> None:
        """Take over a set-up: its mesh, camera, light and colours; draw the room once.

        Args:
            mesh: all of the set-up; ``ends`` splits its faces into walls (they cast no shadow),
                furniture, chair and person: only the latter two move, and an empty room has no
                person.
            ends: numbers of the first face of furniture, chair and person.
            view: camera, light and colours.
            focus_m: (3,) the point around which shadows are computed.
        """
        for buffer in self._buffers:
            buffer.release()
        fixed = np.column_stack([mesh.pattern, mesh.colour, mesh.material]).astype(np.float32)
        self._ends = tuple(3 * end for end in (*ends, len(mesh.faces)))
        self._fixed = self._gl.buffer(fixed.tobytes())
        self._moving = self._gl.buffer(reserve=len(mesh.vertices) * 24, dynamic=True)
        index = self._gl.buffer(mesh.faces.astype(np.int32).tobytes())
        self._outline = self._gl.vertex_array(
            self._depth, [(self._moving, "3f 12x", "in_position")], index
        )
        self._buffers = [self._outline, self._fixed, self._moving, index]
        room, chair, person = (
            self._by_material(mesh, faces) for faces in np.split(mesh.faces, ends[1:])
        )
        self._chair, self._person, self._view = chair, person, view
        values: dict[str, object] = {**view.look.uniforms(), **view.light.uniforms()}
        values["eye_position"] = view.camera.position_m
        values["camera"] = _flat(camera_matrix(view.camera))
        for program in self._scenes.values():
            _set(program, values)
        self._move(mesh.vertices, mesh.normals)
        self._cast_shadows(focus_m, self._ends[1])
        empty, _ = self._target(view.camera)
        empty.use()
        empty.clear(0.05, 0.05, 0.05, 1.0)
        self._render(room)

    def _by_material(self, mesh: Part, faces: NDArray[np.int32]) -> list[Any]:
        """One vertex array per kind of material among ``faces``."""
        kinds, arrays = mesh.material[faces[:, 0], 0].astype(int), []
        for kind in np.unique(kinds):
            index = self._gl.buffer(np.ascontiguousarray(faces[kinds == kind]).tobytes())
            array = self._gl.vertex_array(
                self._scenes[Material(kind)],
                [
                    (self._moving, "3f 3f", "in_position", "in_normal"),
                    (self._fixed, "3f 3f 4f", "in_pattern", "in_colour", "in_material"),
                ],
                index,
                skip_errors=True,
            )
            self._buffers += [array, index]
            arrays.append(array)
        return arrays

    def draw(
        self,
        vertices: NDArray[np.float32],
        normals: NDArray[np.float32],
        focus_m: NDArray[np.float64],
        person: bool = True,
    ) -> Pixels:
        """Return the picture as an ideal camera sees it.

        Args:
            vertices: (V, 3) of the loaded mesh, world frame.
            normals: (V, 3) of the same.
            focus_m: (3,) the point around which shadows are computed (the sitter's chest).
            person: False draws the room with an empty chair.
        """
        self._move(vertices, normals)
        self._cast_shadows(focus_m, self._ends[3] if person else self._ends[2])
        camera = self._view.camera
        empty, picture = self._target(camera)
        self._gl.copy_framebuffer(picture, empty)
        picture.use()
        # The person first: what it hides of the chair is then not computed.
        self._render((self._person if person else []) + self._chair)
        raw = np.frombuffer(picture.read(components=3, alignment=1), np.uint8)
        image = raw.reshape(picture.height, picture.width, 3)[::-1, :, ::-1]
        return shrink(np.ascontiguousarray(image), camera.width_px, camera.height_px)

    def _move(self, vertices: NDArray[np.float32], normals: NDArray[np.float32]) -> None:
        self._moving.write(np.column_stack([vertices, normals]).astype(np.float32).tobytes())

    def _cast_shadows(self, focus_m: NDArray[np.float64], end: int) -> None:
        """Draw the faces from the furniture to ``end`` as the key light and the sky see them."""
        key = light_matrix(np.array(self._view.light.direction), focus_m, 1.25)
        sky = light_matrix(np.array([0.0, -0.25, 1.0]) / np.hypot(0.25, 1.0), focus_m, 1.0)
        self._gl.enable(self._gl.DEPTH_TEST)
        for target, light in ((self._key_target, key), (self._sky_target, sky)):
            target.use()
            target.clear(depth=1.0)
            _set(self._depth, {"light": _flat(light)})
            self._outline.render(vertices=end - self._ends[0], first=self._ends[0])
        for program in self._scenes.values():
            _set(program, {"key_light": _flat(key), "sky_light": _flat(sky)})

    def _render(self, arrays: list[Any]) -> None:
        textures = {"noise": self._noise, "key_map": self._key_map, "sky_map": self._sky_map}
        for unit, texture in enumerate(textures.values()):
            texture.use(unit)
        for program in self._scenes.values():
            _set(program, {name: unit for unit, name in enumerate(textures)})
        for array in arrays:
            array.render()


def shrink(image: Pixels, width_px: int, height_px: int) -> Pixels:
    """Average an image (H, W, 3) down to (height_px, width_px, 3)."""
    import cv2

    return np.asarray(
        cv2.resize(image, (width_px, height_px), interpolation=cv2.INTER_AREA), np.uint8
    )


def _flat(matrix: Matrix) -> tuple[float, ...]:
    """The 16 numbers of a matrix column by column, as GL wants them."""
    return tuple(matrix.T.astype(np.float32).ravel().tolist())


def _set(program: Program, values: Mapping[str, object]) -> None:
    """Give uniforms their values; a program may lack those that its material does not use."""
    import moderngl

    for name, value in values.items():
        member = program.get(name, None)
        if isinstance(member, moderngl.Uniform):
            member.value = value
