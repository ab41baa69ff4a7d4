"""What a worker may read leaves out this package and the course, wherever they are installed."""

from __future__ import annotations

from deepclinic.isolation.readable import allowed, library_paths


def tree(root, *files: str):
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")


def test_a_folder_without_anything_forbidden_is_allowed_whole(tmp_path):
    tree(tmp_path, "lib/a.py", "lib/b/c.py")
    assert allowed(str(tmp_path / "lib"), [str(tmp_path / "elsewhere")]) == [str(tmp_path / "lib")]


def test_beside_something_forbidden_each_neighbour_is_allowed_by_itself(tmp_path):
    tree(tmp_path, "lib/site-packages/numpy/a.py", "lib/site-packages/deepclinic/b.py", "lib/os.py")
    found = allowed(str(tmp_path / "lib"), [str(tmp_path / "lib/site-packages/deepclinic")])
    assert found == [str(tmp_path / "lib/os.py"), str(tmp_path / "lib/site-packages/numpy")]


def test_a_name_that_only_begins_like_a_forbidden_one_is_allowed(tmp_path):
    tree(tmp_path, "deepclinic/a.py", "deepclinic_other/b.py")
    assert allowed(str(tmp_path), [str(tmp_path / "deepclinic")]) == [str(tmp_path / "deepclinic_other")]


def test_a_link_does_not_lead_around(tmp_path):
    tree(tmp_path, "deepclinic/a.py", "numpy/b.py")
    (tmp_path / "link").symlink_to(tmp_path / "deepclinic")
    assert allowed(str(tmp_path), [str(tmp_path / "deepclinic")]) == [str(tmp_path / "numpy")]


def test_inside_what_is_forbidden_nothing_is_allowed(tmp_path):
    assert allowed(str(tmp_path / "a" / "b"), [str(tmp_path / "a")]) == []


def test_no_path_of_this_installation_holds_the_package():
    import os

    import deepclinic

    package = os.path.dirname(os.path.realpath(deepclinic.__file__))
    assert library_paths()
    assert not [path for path in library_paths() if (package + "/").startswith(path + "/")]
