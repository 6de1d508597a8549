"""The body model of the laboratory as plain numpy arrays.

The arrays come from the installed ``anny`` package (code Apache-2.0), which carries the MakeHuman
base mesh, shape targets, rig and skinning weights (CC0). Building them needs torch and a minute;
the result is kept in one file, so that rendering needs numpy only. Nothing is downloaded.
Axes of all positions: x to the body's left, y to its back, z up; metres.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from anny.models.model_data import ModelData

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_FORMAT = 3
_RIG = "makehuman-pruned-notongue-nofacialexpression-notoes-nobreasts"
_CHILD_AGES = ("newborn", "baby", "child")
_LOCAL_PREFIXES = (
    "head-",
    "nose-",
    "chin-",
    "cheek-",
    "forehead-",
    "mouth-",
    "eyebrows-",
    "neck-",
    "torso-",
    "measure-shoulder",
    "measure-neck",
    "stomach-tone",
    "measure-upperarm-length",
    "measure-napetowaist",
    "l-ear-scale",
    "r-ear-scale",
    "l-ear-wing",
    "r-ear-wing",
    "l-eye-scale",
    "r-eye-scale",
    "l-cheek-bones",
    "r-cheek-bones",
    "l-cheek-volume",
    "r-cheek-volume",
    "l-upperarm-fat",
    "r-upperarm-fat",
)
# Asymmetric shapes would move the two tragi apart from the sagittal plane.
_LOCAL_EXCLUDED = ("-trans-out", "torso-trans-out", "head-trans-forward", "neck-trans-forward")


@dataclass(frozen=True)
class BodyModel:
    """Base mesh with shape targets and a rig.

    Attributes:
        template: (V, 3) rest vertices without any shape target, metres.
        shapes: (K, V, 3) displacement of every shape target, metres.
        shape_labels: (K,) ``block:part-part-...`` names of the targets.
        bone_labels: (B,) bone names; a parent always precedes its children.
        bone_parents: (B,) index of the parent, -1 for the root.
        heads: (B, 3) rest position of the bone heads (joints), metres.
        head_shapes: (K, B, 3) displacement of the heads by every shape target.
        weights: (V, B) skinning weights, rows sum to 1.
        body_faces, left_eye_faces, right_eye_faces, tights_faces, hair_faces: (F, 3) triangles;
            tights and hair are helper geometry from which clothes and hair are made.
        lips: (V,) share of lip colour at each vertex, 0 to 1.
    """

    template: Floats
    shapes: Floats
    shape_labels: NDArray[np.str_]
    bone_labels: NDArray[np.str_]
    bone_parents: Ints
    heads: Floats
    head_shapes: Floats
    weights: Floats
    body_faces: Ints
    left_eye_faces: Ints
    right_eye_faces: Ints
    tights_faces: Ints
    hair_faces: Ints
    lips: Floats

    def bone(self, label: str) -> int:
        """Return the index of the bone ``label``."""
        return int(np.flatnonzero(self.bone_labels == label)[0])


def cache_path() -> Path:
    """Return where the arrays are kept: ``$XDG_CACHE_HOME`` or ``~/.cache``."""
    root = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return root / "posture-calibration" / f"body_model_{_FORMAT}.npz"


@lru_cache(maxsize=1)
def load_body_model() -> BodyModel:
    """Return the body model, building its file on the first call of a new machine."""
    path = cache_path()
    if not path.exists():
        _save(_build(), path)
    with np.load(path) as arrays:
        return BodyModel(**{field.name: arrays[field.name] for field in fields(BodyModel)})


def _save(model: BodyModel, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # A file of its own per process, renamed at the end: two builders cannot mix their output.
    partial = path.with_name(f"{path.stem}.{os.getpid()}.partial.npz")
    np.savez(partial, **{field.name: getattr(model, field.name) for field in fields(BodyModel)})
    partial.replace(path)


def _wanted(label: str) -> bool:
    """Tell whether a shape target is used: adults, average firmness, symmetric local changes."""
    block, name = label.split(":")
    parts = name.split("-")
    if block == "local_change":
        return name.startswith(_LOCAL_PREFIXES) and not any(
            excluded in name for excluded in _LOCAL_EXCLUDED
        )
    if any(age in parts for age in _CHILD_AGES):
        return False
    return not any(part in ("minfirmness", "maxfirmness") for part in parts)


def _triangles(groups: dict[str, Any], name: str) -> Ints:
    quads = np.asarray(groups[name]["face_vertex_indices"], dtype=np.int32)
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def _build() -> BodyModel:
    import anny.models as anny_models
    import anny.utils.obj_utils as obj_utils
    import torch
    from anny.models.model_data import RigConfig, TopologyConfig
    from anny.paths import get_anny_cache_path, get_anny_root_dir, set_anny_cache_path

    before = get_anny_cache_path()
    with tempfile.TemporaryDirectory() as folder:
        # The package would keep a gigabyte of intermediate files for ever.
        set_anny_cache_path(folder)
        data = anny_models.build_model_data(
            rig=RigConfig.from_string(_RIG),
            topology=TopologyConfig.from_string("makehuman-tris"),
            local_changes="all",
            facial_actions="none",
        )
        set_anny_cache_path(before)
    obj_path = get_anny_root_dir() / "data/mpfb2/3dobjs/base.obj"
    _, _, groups = obj_utils.load_obj_file(str(obj_path), dtype=torch.float64)
    keep = np.array([_wanted(label) for label in data.metadata.blendshape_labels])
    weights = np.zeros((len(data.template_vertices), len(data.metadata.bone_labels)), np.float32)
    rows = np.arange(len(weights))[:, None]
    np.add.at(weights, (rows, data.vertex_bone_indices.numpy()), data.vertex_bone_weights.numpy())
    return BodyModel(
        template=data.template_vertices.numpy().astype(np.float32),
        shapes=data.blendshapes.numpy()[keep].astype(np.float32),
        shape_labels=np.array(data.metadata.blendshape_labels)[keep],
        bone_labels=np.array(data.metadata.bone_labels),
        bone_parents=np.array(data.metadata.bone_parents, np.int32),
        heads=data.template_bone_heads.numpy().astype(np.float32),
        head_shapes=data.bone_heads_blendshapes.numpy()[keep].astype(np.float32),
        weights=np.nan_to_num(weights),
        body_faces=_triangles(groups, "body"),
        left_eye_faces=_triangles(groups, "helper-l-eye"),
        right_eye_faces=_triangles(groups, "helper-r-eye"),
        tights_faces=_triangles(groups, "helper-tights"),
        hair_faces=_triangles(groups, "helper-hair"),
        lips=_vertex_mask(data, get_anny_root_dir() / "data/mpfb2/textures/mpfb_lips.jpg"),
    )


def _vertex_mask(data: ModelData, path: Path) -> Floats:
    """Sample a mask image (CC0, of the same base mesh) at the texture coordinates of vertices."""
    import cv2

    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise FileNotFoundError(f"mask texture of the body model is missing: {path}")
    mask = cv2.GaussianBlur(image, (0, 0), image.shape[0] / 1024.0).astype(np.float32) / 255.0
    height, width = mask.shape
    uv = data.texture_coordinates.numpy()
    columns = np.clip(uv[:, 0] * width, 0, width - 1).astype(int)
    rows = np.clip((1.0 - uv[:, 1]) * height, 0, height - 1).astype(int)
    result = np.zeros(len(data.template_vertices), np.float32)
    result[data.faces.numpy().ravel()] = mask[rows, columns][
        data.face_texture_coordinate_indices.numpy().ravel()
    ]
    return result
