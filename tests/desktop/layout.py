# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a window is whole: what can be used has room, lies inside and covers nothing else."""
import pyatspi

from window import is_showing, walk

# What a person uses or reads; each of them stands beside the others, never over them.
KINDS = {"push button", "toggle button", "text", "combo box", "check box", "table", "document web"}
NOWHERE = -2 ** 31  # where a page stands whose window is hidden
INSIDE_OTHERS = {"table", "document web", "combo box"}  # what they hold is theirs to lay out


def controls(node):
    """Controls in sight, without what stands within one of them."""
    if node.getRoleName() in KINDS and is_showing(node):
        yield node
        if node.getRoleName() in INSIDE_OTHERS:
            return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None and child.getRoleName() not in ("menu bar", "menu", "page tab list"):
            yield from controls(child)


def place_of(node):
    """A page tells of its whole length, from its own top: where it stands, the panel around it knows."""
    if node.getRoleName() == "document web":
        node = node.parent
        while not node.name:
            node = node.parent
    return box_of(node)


def box_of(node):
    box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return box.x, box.y, box.width, box.height


def overlap(one, other):
    (x, y, w, h), (u, v, s, t) = one, other
    across = min(x + w, u + s) - max(x, u)
    down = min(y + h, v + t) - max(y, v)
    return across > 2 and down > 2


def troubles(frame):
    """What is wrong, as sentences; nothing is well."""
    left, top, width, height = box_of(frame)  # with what the window manager draws around it
    found = []
    boxes = [(f"{node.getRoleName()} {node.name!r}", place_of(node)) for node in controls(frame)]
    boxes = [(name, box) for name, box in boxes if box[0] != NOWHERE]
    for name, (x, y, w, h) in boxes:
        if w < 4 or h < 4:
            found.append(f"{name} has no room: {w} x {h}")
        elif x < left or y < top or x + w > left + width + 2 or y + h > top + height + 2:
            found.append(f"{name} lies outside: {x}, {y}, {w} x {h} in {width} x {height}")
    for i, (name, box) in enumerate(boxes):
        for other, its in boxes[i + 1:]:
            if overlap(box, its):
                found.append(f"{name} {box} covers {other} {its}")
    return found


def rows_in_sight(window, table="Results"):
    """Rows of which a line or more can be read."""
    node = window.look("table", table)
    if not node:
        return []
    x, y, w, h = box_of(node)
    seen = []
    for cell in walk(node):
        if cell.getRoleName() == "table cell":
            u, v, s, t = box_of(cell)
            if s > 40 and t > 10 and v + 10 <= y + h and v + t > y:
                seen.append(cell.name)
    return seen
