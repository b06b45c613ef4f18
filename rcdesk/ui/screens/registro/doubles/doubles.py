"""The commands of the pairs that may be one person: look at them, say who stays, join them, tell them apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.doubles.fields import Side, field_rows, taken
from rcdesk.ui.screens.registro.doubles.view import PairView, strip_words
from rcdesk.ui.screens.registro.doubles.watch import Watch
from rcdesk.work.duplicados import ParejaRow, RepetidaRow, Repetidas, descartar_pareja, ver_pareja
from rcdesk.work.fusion import fusionar_personas, reconocer_en_directorio

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen


class Doubles(QObject):
    """Its methods are the commands `doubles.…`. The pair in hand never changes by itself, unless one of it is gone."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.view = PairView()
        self.view.setParent(screen)  # its keys are found there before it is first in sight
        self.view.hide()
        self.button = named("parejas_por_mirar", Button("", "users", kind="quiet", small=True))
        self.button.clicked.connect(self.look)
        screen.people.tools.addWidget(self.button)
        self.watch = Watch(screen)
        self.watch.found.connect(self._found)
        self._pairs: list[ParejaRow] = []
        self._more = 0  # pairs that were found and not brought
        self._hand: ParejaRow | None = None
        self._both: tuple[RepetidaRow, RepetidaRow] | None = None
        self._stays: Side = 0
        self._turned: set[str] = set()
        self._tell_count()
        view = self.view
        view.left.connect(self.leave)
        view.joined.connect(self.join)
        view.told_apart.connect(self.tell_apart)
        view.skipped.connect(self.next)
        view.stays_changed.connect(self._keep)

    # What it knows

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        return method == "look" or (self._open and self._hand is not None)

    def refresh(self) -> None:
        """Something of the hearing or of the directory changed."""
        self.watch.note(soon=self._open)
        if self._open:
            self._show(self._hand)

    def reset(self) -> None:
        """Another hearing: nothing is known of it yet."""
        self._pairs, self._more, self._hand, self._both = [], 0, None, None
        self._tell_count()

    @property
    def _open(self) -> bool:
        return self._screen.covered is self.view

    def _found(self, found: Repetidas) -> None:
        self._pairs, self._more = list(found.parejas), found.total - len(found.parejas)
        self._tell_count()
        if self._open and (self._hand is None or self._hand.id not in {pair.id for pair in self._pairs}):
            self._show(next(iter(self._pairs), None))
        elif self._open:
            self._show(self._hand)

    def _tell_count(self) -> None:
        total = len(self._pairs) + self._more
        rest = "" if look().large else "Repetidas"  # at large text the icon alone, until there is something to look at
        self.button.set_words(strip_words(total) or rest, "Personas y organizaciones que pueden estar dos veces")

    # Commands

    def look(self) -> None:
        """Look at the pairs, in place of the door."""
        self._screen.cover(self.view)
        self._show(next(iter(self._pairs), None))
        self.view.take_keys()
        self.watch.note(soon=True)

    def leave(self) -> None:
        """Back to the door; what was not decided waits."""
        self._screen.uncover()
        self._screen.to_box()

    def first(self) -> None:
        """The first one stays."""
        self._keep(0)

    def second(self) -> None:
        """The second one stays."""
        self._keep(1)

    def take_first(self) -> None:
        """Of this row, what the first one says."""
        self._take(0)

    def take_second(self) -> None:
        """Of this row, what the second one says."""
        self._take(1)

    def next(self) -> None:
        """Leave this pair for later."""
        self._show(self._after(self._hand))

    def join(self) -> None:
        """Make one of the two."""
        pair, both = self._hand, self._both
        if pair is None or both is None:
            return
        rows, do = field_rows(both, self._stays, self._turned), self._screen.desk.do
        if pair.lugar == "personas":
            fields = taken(rows, 0)
            self._decide(
                lambda: do(reconocer_en_directorio, id=pair.una, persona=pair.otra, campos=fields), gone=pair.otra
            )
            return
        stays, leaves = (pair.una, pair.otra) if self._stays == 0 else (pair.otra, pair.una)
        fields = taken(rows, self._stays)
        self._decide(lambda: do(fusionar_personas, queda=stays, sale=leaves, campos=fields), gone=leaves)

    def tell_apart(self) -> None:
        """They are two people: nobody is asked again."""
        pair, screen = self._hand, self._screen
        if pair is not None:
            self._decide(
                lambda: screen.desk.do(
                    descartar_pareja,
                    audiencia_id=screen.audiencia_id,
                    una=pair.una,
                    otra=pair.otra,
                    lugar=pair.lugar,
                )
            )

    # The pair in hand

    def _decide(self, do: Callable[[], object], *, gone: str = "") -> None:
        """Do it, and go on with the next pair; of who is `gone` no other pair is asked."""
        pair, after = self._hand, self._after(self._hand)
        with self._screen.attempt() as attempt:
            do()
        if not attempt.ok:
            return
        self._pairs = [one for one in self._pairs if one != pair and gone not in (one.una, one.otra)]
        self._tell_count()
        self._show(after if after in self._pairs else next(iter(self._pairs), None))

    def _after(self, pair: ParejaRow | None) -> ParejaRow | None:
        """The pair that follows, round and round."""
        if pair not in self._pairs:
            return next(iter(self._pairs), None)
        return self._pairs[(self._pairs.index(pair) + 1) % len(self._pairs)]

    def _show(self, pair: ParejaRow | None) -> None:
        """Put a pair in hand; one that is no longer there gives way to the next."""
        both = (
            None if pair is None else self._screen.desk.ask(ver_pareja, una=pair.una, otra=pair.otra, lugar=pair.lugar)
        )
        if pair is not None and both is None:
            self._pairs = [one for one in self._pairs if one != pair]
            self._show(next(iter(self._pairs), None))
            return
        if pair is None or both is None:
            self._hand = self._both = None
            self.view.show_nothing()
            return
        if self._hand is None or pair.id != self._hand.id:
            more = pair.lugar == "asistentes" and both[1].datos > both[0].datos
            self._stays, self._turned = (1 if more else 0), set()
        self._hand, self._both = pair, both
        place = self._pairs.index(pair) + 1 if pair in self._pairs else 1
        self.view.show_pair(pair, place, len(self._pairs) + self._more, self._stays)
        self.view.show_rows(field_rows(both, self._stays, self._turned))

    def _keep(self, side: int) -> None:
        """Say who stays; what was turned goes back to whoever stays."""
        if self._both is not None and self._hand is not None:
            self._stays, self._turned = (1 if side else 0), set()
            self._show(self._hand)

    def _take(self, side: Side) -> None:
        """Take of the chosen row what one of them says."""
        row = self.view.table.current()
        if row is None or not row.free or self._both is None:
            return
        if side == self._stays:
            self._turned.discard(row.id)
        else:
            self._turned.add(row.id)
        self._show(self._hand)
