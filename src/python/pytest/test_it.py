import logging
import sys
import warnings
from dataclasses import dataclass

import pytest

LIMIT = 5


def double(n):
    return n * 2


@dataclass
class Point:
    x: int
    y: int


@pytest.fixture(scope="module")
def base():
    print("base up")
    yield [1, 2]
    print("base down")


@pytest.fixture(params=["a", "b"])
def letter(request):
    return request.param


@pytest.fixture
def broken():
    raise OSError("no disk")


def test_fine(base, letter):
    assert letter in "ab" and base == [1, 2]


def test_call():
    assert double(2) == LIMIT


def test_attribute():
    point = Point(1, 2)
    assert point.x == point.y + 1, "the message"


def test_list():
    assert [1, 2, 3] == [1, 2, 4]


def test_dict():
    assert {"a": 1, "b": 2} == {"a": 1, "b": 3, "c": 4}


def test_dataclass():
    assert Point(1, 2) == Point(1, 3)


def test_text():
    assert "one\ntwo\nthree" == "one\n2\nthree"


def test_boolean():
    empty, full = [], [1]
    assert full and (empty or not full)


def test_chained():
    assert 1 < 3 < double(1)


def test_raises():
    with pytest.raises(ValueError, match="abc"):
        raise ValueError("xyz")


def test_nothing_raised():
    with pytest.raises(KeyError):
        {"k": 1}["k"]


def test_approximately():
    assert [0.1 + 0.2, 2.0] == pytest.approx([0.3, 2.1])


def deeper(n):
    if n == 0:
        raise RuntimeError("deep")
    deeper(n - 1)


def test_deep():
    print("to stdout")
    print("to stderr", file=sys.stderr)
    logging.getLogger("app").warning("logged %d", 3)
    deeper(2)


def test_cause():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("outer") from error


def test_broken(broken):
    pass


def test_by_hand():
    pytest.fail("by hand")


@pytest.mark.skip(reason="later")
def test_skipped():
    pass


@pytest.mark.skipif(sys.maxsize > 1, reason="large ints")
def test_skipped_if():
    pass


@pytest.mark.xfail(reason="bug 7")
def test_expected_to_fail():
    assert False


@pytest.mark.xfail(strict=True, reason="bug 8")
def test_expected_to_fail_strictly():
    pass


@pytest.mark.slow
def test_warning():
    warnings.warn("careful")


@pytest.mark.parametrize("n", [1, 2], ids=["one", "two"])
@pytest.mark.parametrize("text", ["x", pytest.param("y", marks=pytest.mark.xfail), "x", None, int, {}])
def test_parametrized(text, n):
    assert text != "y"


class TestClass:
    def setup_method(self):
        self.n = 1

    def test_method(self, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "note").write_text("hi")
        print(open("note").read())
        assert capsys.readouterr().out == "hi\n"
        assert self.n == 1

    def test_failing(self, caplog):
        logging.error("wrong")
        assert caplog.messages == ["right"]


def test_group():
    raise ExceptionGroup("several", [ValueError(1), TypeError("t")])
