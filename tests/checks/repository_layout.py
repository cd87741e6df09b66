#!/usr/bin/env python3
"""Rooms include only what they may, no file includes itself round a circle, no two types of one namespace share a
name, and the top level is as agreed.

Says each breach as file and reason; exits 1 when there is one. Begins with a test of itself on a made-up bad tree.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("renderer", "model", "shaders", "tools", "tests")
TOP = {"CMakeLists.txt", "README.md", "LICENSE", "renderer", "model", "shaders", "assets", "tools", "tests"}
# What a room may include besides itself. Tests see everything; nothing but tests sees tools.
MAY_INCLUDE = {
    "model": set(),
    "renderer": {"shaders"},
    "shaders": set(),
    "tools": {"model", "renderer", "shaders"},
    "tests": {"model", "renderer", "shaders", "tools"},
}
# Headers from outside that a room must not see, by the start of their names.
FOREIGN = {
    "model": ("vulkan", "volk", "GLFW", "imgui"),
    "renderer": ("GLFW", "imgui", "nlohmann", "tiny_gltf", "tinygltf", "assimp"),
    "shaders": ("vulkan", "volk", "GLFW", "imgui", "nlohmann", "tiny_gltf", "assimp"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
# A type of a namespace, which clang-format begins in the first column; what follows tells it from a declaration.
TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)(?: final)?\s*(?:(?::(?!:)|\{).*)?$")
NAMESPACE = re.compile(r"^namespace ?([\w:]*) ?\{")
NAMESPACE_END = re.compile(r"^\}  // namespace")
SOURCES = {".h", ".hpp", ".cpp", ".glsl", ".vert", ".frag", ".comp"}


def tracked_files(root):
    """Files that git would commit: what is built or ignored is no part of the layout."""
    listed = subprocess.run(["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard"],
                            check=True, capture_output=True, text=True).stdout.splitlines()
    return [pathlib.PurePosixPath(name) for name in listed if (root / name).is_file()]


def top_level_breaches(files):
    names = {path.parts[0] for path in files if not path.parts[0].startswith(".")}
    return ([f"{name}: not part of the agreed top level" for name in sorted(names - TOP)] +
            [f"{name}: missing from the top level" for name in sorted(TOP - names)])


def room_breaches(path, included, quoted):
    room = path.parts[0]
    target = included.split("/")[0]
    if quoted and target in ROOMS and target != room and target not in MAY_INCLUDE[room]:
        return [f"{path}: {room} must not include {included}"]
    if not quoted and included.startswith(FOREIGN.get(room, ())):
        return [f"{path}: {room} must not know <{included}>"]
    return []


def resolve(root, path, included):
    """A quoted name as a file of the repository, from its root or beside the including file; else None."""
    for candidate in (pathlib.PurePosixPath(included), path.parent / included):
        if (root / candidate).is_file():
            return candidate
    return None


def circle(graph):
    """The files of one include circle, or nothing. Depth first; a file being visited that is met again closes one."""
    state, trail = {}, []

    def visit(node):
        state[node] = "open"
        trail.append(node)
        for target in graph.get(node, ()):
            if state.get(target) == "open":
                return trail[trail.index(target):] + [target]
            found = visit(target) if target not in state else None
            if found:
                return found
        state[node] = "done"
        trail.pop()
        return None

    for node in sorted(graph):
        found = visit(node) if node not in state else None
        if found:
            return found
    return []


def named_types(text):
    """(namespace, name) of every type that other files could mean: all but those of a nameless namespace."""
    inside = []
    for line in text.splitlines():
        opened, name = NAMESPACE.match(line), TYPE.match(line)
        if opened:
            inside.append(opened.group(1))
        elif NAMESPACE_END.match(line):
            inside.pop()
        elif name and "" not in inside and ("{" in line or not line.endswith(";")):
            yield "::".join(inside), name.group(1)


def twin_breaches(root, files):
    """One name for two types of a program: the linker keeps the code of one of them for both, without a word."""
    seen, found = {}, []
    for path in files:
        if path.suffix not in {".h", ".hpp", ".cpp"} or path.parts[0] not in ROOMS:
            continue
        for name in named_types((root / path).read_text(encoding="utf-8")):
            if name in seen:
                found.append(f"{path}: a second {'::'.join(name)}, the first stands in {seen[name]}")
            seen[name] = path
    return found


def breaches(root, files):
    found, graph = top_level_breaches(files) + twin_breaches(root, files), {}
    for path in files:
        if path.parts[0] not in ROOMS or path.suffix not in SOURCES:
            continue
        for bracket, included in INCLUDE.findall((root / path).read_text(encoding="utf-8")):
            found += room_breaches(path, included, bracket == '"')
            target = resolve(root, path, included) if bracket == '"' else None
            if target:
                graph.setdefault(path, []).append(target)
    ring = circle(graph)
    if ring:
        found.append("include circle: " + " -> ".join(map(str, ring)))
    return found


def self_test():
    """A small tree with one breach of each kind; each must be named, and nothing else."""
    tree = {
        "model/a.h": '#include "renderer/b.h"\n#include <vulkan/vulkan.h>\n#include <vector>\n',
        "renderer/b.h": '#include "tools/c.h"\n#include "shaders/shared.h"\n',
        "tools/c.h": '#include "d.h"\n#include "model/a.h"\n',
        "tools/d.h": '#include "tools/c.h"\n',
        "shaders/shared.h": "",
        "tests/t.cpp": '#include "model/a.h"\n',
        "model/one.h": "namespace m {\nstruct Piece;\nstruct Piece {\n};\nstruct Twin {\n};\n}  // namespace m\n",
        "model/two.cpp": "namespace m {\nnamespace {\nstruct Piece {\n};\n}  // namespace\n"
                         "class Twin : public Piece {\n};\n}  // namespace m\n",
        "notes.txt": "",
        "CMakeLists.txt": "", "README.md": "", "assets/x": "",
    }
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        for name, text in tree.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        found = breaches(root, [pathlib.PurePosixPath(name) for name in tree])
    expected = ["notes.txt: not part", "LICENSE: missing", "model/a.h: model must not include renderer/b.h",
                "model/a.h: model must not know <vulkan", "renderer/b.h: renderer must not include tools/c.h",
                "include circle: ", "model/two.cpp: a second m::Twin, the first stands in model/one.h"]
    unseen = [start for start in expected if not any(line.startswith(start) for line in found)]
    if unseen or len(found) != len(expected):
        sys.exit(f"self-test: not seen {unseen}, seen {found}")


if __name__ == "__main__":
    self_test()
    problems = breaches(ROOT, tracked_files(ROOT))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"repository layout: {len(problems)} breaches")
    sys.exit(1 if problems else 0)
