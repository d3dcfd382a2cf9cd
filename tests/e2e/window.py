# SPDX-License-Identifier: MIT
"""Drives the program's window as a person does: keys by xdotool, eyes by the accessible tree."""
import os
import subprocess
import time

import pyatspi

PATIENCE_S = 30
POLL_S = 0.05
# A node with more children than this is a table, read by row and column instead.
CHILDREN_MAX = 300
# What wx 3.2.2 itself says on GTK when the window manager decorates a window, before any of our code;
# and, of set_allocation, when a scrolled form of nine fields opens. Its cause was looked for and not found.
ALLOWED = ("gtk_distribute_natural_allocation", "gtk_box_gadget_distribute", "Negative content width",
           "Negative content height", "gtk_widget_set_allocation")
# The test's own bus has no desktop services behind it.
ALLOWED_SERVICES = ("dconf-WARNING", "Couldn't connect to accessibility bus")


class Failed(AssertionError):
    """The window did not do what the journey says."""


# Cells speak for themselves; a panel hands the focus on to what it holds.
SILENT_ROLES = (pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_SCROLL_BAR, pyatspi.ROLE_PANEL)


class Window:
    def __init__(self, command, folder):
        self.folder = folder
        self.errors = os.path.join(folder, "stderr.txt")
        self.stderr = open(self.errors, "w", encoding="utf-8")
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.stderr,
                                        stderr=self.stderr)
        self.pictures = 0

    # ---- eyes ------------------------------------------------------------------------------

    def nodes(self):
        """Every accessible node of the program that is on screen."""
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.process.pid:
                    yield from self._below(application)
            except Exception:  # a node may vanish between two calls of the bus
                continue

    def _below(self, node):
        yield node
        try:
            count = node.childCount
        except Exception:
            return
        for at in range(count if count <= CHILDREN_MAX else 0):
            try:
                child = node.getChildAtIndex(at)
                if child is None:
                    continue
                top = node.getRole() == pyatspi.ROLE_APPLICATION
                if top or child.getState().contains(pyatspi.STATE_SHOWING):
                    yield from self._below(child)
            except Exception:
                continue

    def find(self, accessible_id):
        for node in self.nodes():
            try:
                if node.get_accessible_id() == accessible_id:
                    return node
            except Exception:
                continue
        return None

    def dialog(self, title):
        """A dialog of the desktop's own, by its title: it has no id."""
        for node in self.nodes():
            try:
                if node.getRole() in (pyatspi.ROLE_FILE_CHOOSER, pyatspi.ROLE_DIALOG) \
                        and node.name == title:
                    return node
            except Exception:
                continue
        return None

    def focused_text(self):
        """The text field that has the focus, where one has."""
        for node in self.nodes():
            try:
                if node.getRole() == pyatspi.ROLE_TEXT \
                        and node.getState().contains(pyatspi.STATE_FOCUSED):
                    return node
            except Exception:
                continue
        return None

    def is_enabled(self, accessible_id):
        node = self.find(accessible_id)
        return node is not None and node.getState().contains(pyatspi.STATE_SENSITIVE)

    def text(self, accessible_id):
        """The text on screen under that id, wrapped lines joined; None where it is not shown."""
        node = self.find(accessible_id)
        return None if node is None else " ".join(words(node).split())

    def texts(self):
        """Every text on screen with its id, for what must not be seen anywhere."""
        found = []
        for node in self.nodes():
            try:
                found.append((node.get_accessible_id(), words(node)))
            except Exception:
                continue
        return found

    def wait(self, what, condition):
        """Waits for an effect, never for a time."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"the program ended with {self.process.returncode} before: {what}")
            try:
                seen = condition()
            except Exception as error:  # the tree changed under the look
                seen = None
                if isinstance(error, Failed):
                    raise
            if seen:
                return seen
            time.sleep(POLL_S)
        self.picture("failed")
        shown = "\n".join(f"  {i}: {t}" for i, t in self.texts() if i or t)
        raise Failed(f"waited {PATIENCE_S} s in vain: {what}\non screen:\n{shown}")

    def wait_text(self, accessible_id, part):
        def look():
            text = self.text(accessible_id)
            return text if text is not None and part in text else None
        return self.wait(f'"{part}" in {accessible_id}', look)

    def wait_gone(self, accessible_id):
        self.wait(f"{accessible_id} gone", lambda: self.find(accessible_id) is None)

    def wait_focus(self, accessible_id):
        def look():
            node = self.find(accessible_id)
            return node is not None and node.getState().contains(pyatspi.STATE_FOCUSED)
        self.wait(f"focus in {accessible_id}", look)

    def picture(self, name):
        self.pictures += 1
        path = os.path.join(self.folder, f"{self.pictures:02}-{name}.png")
        subprocess.run(["import", "-window", "root", path], check=True)
        return path

    # ---- hands -----------------------------------------------------------------------------

    def key(self, *keys):
        """As a person: no Ctrl key comes within 30 ms of another key, which a scanner's would."""
        pause = any(each.startswith("ctrl+") for each in keys)
        time.sleep(0.08 if pause else 0)
        subprocess.run(["xdotool", "key", *keys], check=True)
        time.sleep(0.08 if pause else 0)

    def type(self, text):
        """As a person types: with pauses that no scanner makes."""
        subprocess.run(["xdotool", "type", "--delay", "70", text], check=True)

    def scan(self, code):
        """As a wedge scanner types: all at once, with Enter."""
        subprocess.run(["xdotool", "type", "--delay", "0", code + "\n"], check=True)

    def fill_focused(self, text):
        """Puts a long text into the field that has the focus, at once."""
        self.wait("a text field in focus", self.focused_text)
        self.focused_text().queryEditableText().setTextContents(text)

    def focus(self, accessible_id):
        node = self.wait(accessible_id, lambda: self.find(accessible_id))
        node.queryComponent().grabFocus()
        self.wait_focus(accessible_id)

    def pick(self, accessible_id, at):
        """Takes a list's line by its place."""
        node = self.wait(accessible_id, lambda: self.find(accessible_id))
        node.querySelection().selectChild(at)

    def press(self, accessible_id):
        node = self.wait(accessible_id, lambda: self.find(accessible_id))
        node.queryAction().doAction(0)

    def choose(self, accessible_id, title):
        """Chooses an entry of a list by its words, as an assistive tool does."""
        node = self.wait(accessible_id, lambda: self.find(accessible_id))
        menu = node.getChildAtIndex(0)
        titles = [menu.getChildAtIndex(at).name for at in range(menu.childCount)]
        found = [at for at, words_of_it in enumerate(titles) if title in words_of_it]
        if len(found) != 1:
            raise Failed(f"{title} among {titles}")
        node.querySelection().selectChild(found[0])

    # ---- the end ---------------------------------------------------------------------------

    def nameless(self):
        """Controls that a person reaches by Tab and a screen reader cannot name."""
        found = []
        for node in self.nodes():
            try:
                states = node.getState()
                if not states.contains(pyatspi.STATE_FOCUSABLE) or node.name:
                    continue
                if any(r.getRelationType() == pyatspi.RELATION_LABELLED_BY
                       for r in node.getRelationSet()):
                    continue
                if node.getRole() in SILENT_ROLES:
                    continue
                found.append(f"{node.getRoleName()} {node.get_accessible_id()} "
                             f"below {node.parent.getRoleName()} {node.parent.get_accessible_id()}")
            except Exception:
                continue
        return found

    def _grid(self, table):
        """A table's rows; its page may have been shown a moment before the table was."""
        def grid():
            found = self.find(table)
            return found.getChildAtIndex(0) if found and found.childCount > 0 else None

        return self.wait(f"the table {table}", grid).queryTable()

    def cells(self, table, row):
        grid = self._grid(table)
        return [grid.getAccessibleAt(row, column).name for column in range(grid.nColumns)]

    def table_rows(self, table):
        return [self.cells(table, row) for row in range(self.rows(table))]

    def rows(self, table):
        return self._grid(table).nRows

    def check_names(self):
        """A screen reader has something to say of everything that can be reached."""
        nameless = self.nameless()
        check(not nameless, "controls without a name: " + "; ".join(nameless))

    def close(self):
        """Ends the program by its window; what it wrote to stderr is judged by complaints()."""
        self.key("alt+F4")
        code = self.process.wait(timeout=PATIENCE_S)
        self.stderr.close()
        return code

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def complaints(self):
        with open(self.errors, encoding="utf-8", errors="replace") as lines:
            return [line.rstrip() for line in lines
                    if any(word in line for word in ("CRITICAL", "WARNING", "wx assert", "muster:",
                                                     "Error"))
                    and not any(word in line for word in ALLOWED + ALLOWED_SERVICES)]


def check(truth, words_of_failure):
    if not truth:
        raise Failed(words_of_failure)


def words(node):
    """What a node says: its text where it has one, else its name."""
    try:
        return node.queryText().getText(0, -1)
    except Exception:
        return node.name
