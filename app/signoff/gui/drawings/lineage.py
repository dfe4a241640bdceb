"""Where a column comes from, as a drawing that can be moved, zoomed and saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGraphicsView

from signoff.core.domain.plan import Plan
from signoff.core.errors import SignoffError
from signoff.core.review.lineage import Lineage
from signoff.gui.drawings.lineage_picture import LineagePicture, picture_of, words_of
from signoff.gui.drawings.lineage_scene import scene_of
from signoff.gui.drawings.saving import save_scene
from signoff.gui.look import Look
from signoff.gui.widgets.basics import button, panel, row

_STEP = 1.25
_SMALLEST, _LARGEST = 0.2, 4.0


class LineageView(QGraphicsView):
    """Shows one lineage; Ctrl and the wheel, or + and -, zoom, 0 shows all of it, dragging and arrows move it."""

    failed = Signal(object)
    """A `SignoffError`: the picture could not be saved."""

    def __init__(self, look: Look) -> None:
        """Make it.

        Args:
            look: colours; the drawing is made anew when they change.
        """
        super().__init__()
        self._look = look
        self.picture: LineagePicture | None = None
        self._is_fitted = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Where it comes from"))
        self._tools = panel()
        self._tools.setLayout(
            row(
                button("−", lambda: self.zoom(1 / _STEP), kind="quiet", name=self.tr("Smaller")),
                button("+", lambda: self.zoom(_STEP), kind="quiet", name=self.tr("Larger")),
                button(self.tr("Whole"), self.fit, kind="quiet", hint=self.tr("Shows all of it (0)")),
                button(self.tr("Save picture …"), self.ask_where_to_save, kind="quiet"),
                gap=2,
                margins=1,
            )
        )
        self._tools.setParent(self)
        look.changed.connect(self._draw)

    @property
    def scale_now(self) -> float:
        """Pixels on screen for each one of the drawing."""
        return self.transform().m11()

    def show_lineage(self, lineage: Lineage, plan: Plan | None = None) -> None:
        """Draw a lineage, all of it in sight.

        Args:
            lineage: what core found out.
            plan: of the draft, for the words of its joins.
        """
        self.show_picture(picture_of(lineage, plan))

    def show_picture(self, picture: LineagePicture) -> None:
        """Draw a picture, all of it in sight."""
        self.picture = picture
        self.setAccessibleDescription(words_of(picture))
        self._is_fitted = True
        self._draw()

    def zoom(self, by: float) -> None:
        """Draw larger or smaller by a factor, within bounds."""
        wanted = min(_LARGEST, max(_SMALLEST, self.scale_now * by))
        self._is_fitted = False
        self.scale(wanted / self.scale_now, wanted / self.scale_now)

    def fit(self) -> None:
        """Show all of it, never larger than it is."""
        self._is_fitted = True
        room, wanted = self.viewport().rect(), self.sceneRect()
        if wanted.isEmpty():
            return
        above = self._tools.height()
        share = min(1.0, room.width() / wanted.width(), max(1, room.height() - above) / wanted.height())
        self.resetTransform()
        self.scale(max(_SMALLEST, share), max(_SMALLEST, share))
        self.centerOn(wanted.center() - QPointF(0, above / 2 / self.scale_now))

    def save(self, path: Path) -> None:
        """Write the drawing as PNG or SVG, by the file's name; PNG where that tells neither.

        Raises:
            SignoffError: nothing is drawn, or the file can't be written there.
        """
        if self.picture is None:
            raise SignoffError(self.tr("There is no drawing to save; choose a column first."))
        is_known = path.suffix.casefold() in (".png", ".svg")
        place = path if is_known else path.with_name(f"{path.name}.png")
        save_scene(self.scene(), place, self._look.tokens.color("panel"), words_of(self.picture))

    def ask_where_to_save(self) -> QFileDialog:
        """Open the dialog that asks for a file; it does not block."""
        dialog = QFileDialog(self, self.tr("Save picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PNG picture (*.png)"), self.tr("SVG drawing (*.svg)")])
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("svg" if "*.svg" in chosen else "png")
        )
        if self.picture is not None:
            dialog.selectFile(f"{self.picture.target}.{self.picture.column}.png")
        dialog.fileSelected.connect(lambda name: self._save_asked(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.adjustSize()
        self._tools.move(self.width() - self._tools.width() - 4, 4)
        if self._is_fitted:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_fitted:
            self.fit()

    def _draw(self) -> None:
        if self.picture is None:
            return
        before = self.scene()
        self.setScene(scene_of(self.picture, self._look.tokens))
        self.setSceneRect(self.scene().sceneRect())
        if before is not None:
            before.deleteLater()
        if self._is_fitted:
            self.fit()

    def _save_asked(self, path: Path) -> None:
        try:
            self.save(path)
        except SignoffError as error:
            self.failed.emit(error)
