"""Task bundles as MediaPipe reads them: networks side by side in a zip, each with its metadata.

The same parts give the same bytes, everywhere and always: nothing in here depends on a clock.
"""

from __future__ import annotations

import io
import struct
import zipfile

import flatbuffers

#: The networks are mapped into memory as they lie in the file, so they lie on such a boundary.
_BOUNDARY = 4

#: The largest boundary that anything inside a network asks for.
_INNER_BOUNDARY = 16

_LOCAL_HEADER_BYTES = 30

# The fields of a TFLite model's root table, and of the tables under it.
_VERSION, _BUFFERS, _METADATA, _ROOT_FIELDS = 0, 4, 6, 10
# Enumerations of the metadata schema.
_RGB, _IMAGE_PROPERTIES, _NORMALIZATION = 1, 2, 1


def bundle(parts: list[tuple[str, bytes]]) -> bytes:
    """Networks, by the names that the task looks for, as one bundle."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, data in parts:
            begin = out.tell() + _LOCAL_HEADER_BYTES + len(name.encode())
            out.write(bytes(-begin % _BOUNDARY))
            file.start_dir = out.tell()
            file.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def with_normalisation(network: bytes, mean: float, std: float) -> bytes:
    """The network with a note of how its input picture is normalised, which the tasks insist on.

    The old tables stay as they are, byte for byte; a new root in front of them points back into
    them and to the note.
    """
    old = network + bytes(-len(network) % _INNER_BOUNDARY)
    fields = _root_fields(old)
    builder = flatbuffers.Builder(len(old) + (1 << 16))
    builder.Bytes[-len(old) :] = old  # a builder grows towards the front
    builder.head = len(builder.Bytes) - len(old)

    buffers = _items(old, fields[_BUFFERS])
    notes = _items(old, fields[_METADATA]) if _METADATA in fields else []
    buffers.append(_buffer(builder, _image_metadata(mean, std)))
    name = builder.CreateString("TFLITE_METADATA")
    builder.StartObject(2)
    builder.PrependUOffsetTRelativeSlot(0, name, 0)
    builder.PrependUint32Slot(1, len(buffers) - 1, 0)
    notes.append(builder.EndObject())
    buffer_list, note_list = _vector(builder, buffers), _vector(builder, notes)

    builder.StartObject(max(_ROOT_FIELDS, *fields) if fields else _ROOT_FIELDS)
    for number, place in fields.items():
        if number == _VERSION:
            builder.PrependUint32Slot(number, _u32(old, place), 0)
        elif number not in (_BUFFERS, _METADATA):
            builder.PrependUOffsetTRelativeSlot(number, len(old) - _follow(old, place), 0)
    builder.PrependUOffsetTRelativeSlot(_BUFFERS, buffer_list, 0)
    builder.PrependUOffsetTRelativeSlot(_METADATA, note_list, 0)
    builder.Finish(builder.EndObject(), file_identifier=b"TFL3")
    return bytes(builder.Output())


def _root_fields(network: bytes) -> dict[int, int]:
    """Where each field of the root table lies."""
    if network[4:8] != b"TFL3":
        raise KeyError("no TFLite network")
    root = _u32(network, 0)
    table = root - struct.unpack_from("<i", network, root)[0]
    (length,) = struct.unpack_from("<H", network, table)
    offsets = struct.unpack_from(f"<{(length - 4) // 2}H", network, table + 4)
    return {number: root + offset for number, offset in enumerate(offsets) if offset}


def _items(network: bytes, place: int) -> list[int]:
    """The tables in a vector, each by its distance from the end, as a builder counts."""
    vector = _follow(network, place)
    return [
        len(network) - _follow(network, vector + 4 + 4 * number)
        for number in range(_u32(network, vector))
    ]


def _follow(network: bytes, place: int) -> int:
    return place + _u32(network, place)


def _u32(network: bytes, place: int) -> int:
    number: int = struct.unpack_from("<I", network, place)[0]
    return number


def _buffer(builder: flatbuffers.Builder, data: bytes) -> int:
    builder.StartVector(1, len(data), _INNER_BOUNDARY)
    builder.head -= len(data)
    builder.Bytes[builder.head : builder.head + len(data)] = data
    return _table(builder, {0: builder.EndVector()}, 1)


def _image_metadata(mean: float, std: float) -> bytes:
    """TFLite metadata that says: one RGB picture goes in, normalised like this."""
    builder = flatbuffers.Builder(512)
    name = builder.CreateString("image")
    limits = {0: _floats(builder, mean), 1: _floats(builder, std)}
    unit = _union(builder, _NORMALIZATION, _table(builder, limits, 2))
    units = _vector(builder, [unit])
    builder.StartObject(2)
    builder.PrependUint8Slot(0, _RGB, 0)
    content = _union(builder, _IMAGE_PROPERTIES, builder.EndObject())
    tensor = _table(builder, {0: name, 3: content, 4: units}, 7)
    graph = _table(builder, {2: _vector(builder, [tensor])}, 10)
    version = builder.CreateString("1.0.0")
    model = _table(builder, {3: _vector(builder, [graph]), 7: version}, 8)
    builder.Finish(model, file_identifier=b"M001")
    return bytes(builder.Output())


def _floats(builder: flatbuffers.Builder, value: float) -> int:
    builder.StartVector(4, 1, 4)
    builder.PrependFloat32(value)
    return builder.EndVector()


def _union(builder: flatbuffers.Builder, kind: int, value: int) -> int:
    builder.StartObject(2)
    builder.PrependUint8Slot(0, kind, 0)
    builder.PrependUOffsetTRelativeSlot(1, value, 0)
    return builder.EndObject()


def _table(builder: flatbuffers.Builder, fields: dict[int, int], most: int) -> int:
    builder.StartObject(most)
    for number, value in fields.items():
        builder.PrependUOffsetTRelativeSlot(number, value, 0)
    return builder.EndObject()


def _vector(builder: flatbuffers.Builder, offsets: list[int]) -> int:
    builder.StartVector(4, len(offsets), 4)
    for offset in reversed(offsets):
        builder.PrependUOffsetTRelative(offset)
    return builder.EndVector()
