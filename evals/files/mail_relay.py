"""Relays messages of a shop to its customers.

A message is archived, by law, and sent. The two do not depend on each other, so they run at the same time. What cannot
be sent goes to a shelf, where a person looks at it.
"""

from __future__ import annotations

import asyncio
import logging
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Protocol

log = logging.getLogger(__name__)


class Undeliverable(Exception):
    """A message cannot be made or sent; the text says why."""


class Outbox(Protocol):
    """The mail server; sending takes a second or so."""

    async def send(self, message: EmailMessage) -> None: ...


class Archive(Protocol):
    """Where every order to write to somebody is kept, sent or not."""

    async def store(self, number: int, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Letter:
    """The order to write to a customer: which template, with which words."""

    number: int
    to: str
    template: str
    words: Mapping[str, str] = field(default_factory=dict)

    def summary(self) -> str:
        words = ", ".join(f"{name}={value}" for name, value in sorted(self.words.items()))
        return f"{self.number} {self.template} to {self.to} ({words})"


@dataclass(frozen=True, slots=True)
class Template:
    """A subject and a text with ``$names`` in them."""

    subject: str
    text: str

    def fill(self, words: Mapping[str, str]) -> tuple[str, str]:
        """Return subject and text; KeyError names a word that is missing."""
        return string.Template(self.subject).substitute(words), string.Template(self.text).substitute(words)


@dataclass(slots=True)
class Tally:
    """What became of the letters."""

    sent: int = 0
    shelved: int = 0


@dataclass
class Relay:
    """Archives and sends letters."""

    outbox: Outbox
    archive: Archive
    templates: Mapping[str, Template]
    sender: str
    shelf: list[tuple[Letter, str]] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    async def deliver(self, letter: Letter) -> None:
        """Archive and send one letter; whatever goes wrong with sending puts it on the shelf."""
        try:
            await asyncio.gather(
                self.archive.store(letter.number, letter.summary()),
                self.outbox.send(self.compose(letter)),
            )
        except (Undeliverable, OSError) as error:
            log.warning("letter %d: %s", letter.number, error)
            self.shelf.append((letter, str(error)))
            self.tally.shelved += 1
        else:
            self.tally.sent += 1

    async def deliver_all(self, letters: Sequence[Letter], at_once: int = 8) -> Tally:
        """Deliver many letters, ``at_once`` at a time, and return the tally."""
        waiting = iter(letters)

        async def work() -> None:
            for letter in waiting:
                await self.deliver(letter)

        async with asyncio.TaskGroup() as group:
            for _ in range(min(at_once, len(letters))):
                group.create_task(work())
        return self.tally

    def compose(self, letter: Letter) -> EmailMessage:
        """Return the message of a letter; Undeliverable where template or address do not serve."""
        template = self.templates.get(letter.template)
        if template is None:
            raise Undeliverable(f"no template {letter.template}")
        try:
            subject, text = template.fill(letter.words)
        except (KeyError, ValueError) as error:
            raise Undeliverable(f"template {letter.template}: {error}") from error
        name, _, domain = letter.to.rpartition("@")
        if not name or "." not in domain or any(character.isspace() for character in letter.to):
            raise Undeliverable(f"no address: {letter.to!r}")
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, letter.to, subject
        message["X-Letter"] = str(letter.number)
        message.set_content(text)
        return message

    async def retry_shelf(self) -> int:
        """Try everything on the shelf again; return how many letters left it."""
        letters, self.shelf = self.shelf, []
        before = self.tally.sent
        for letter, reason in letters:
            log.info("again, after %s: letter %d", reason, letter.number)
            await self.deliver(letter)
        return self.tally.sent - before


def templates_from(texts: Mapping[str, str]) -> dict[str, Template]:
    """Read templates: the first line of a text is the subject."""
    found = {}
    for name, text in texts.items():
        subject, _, body = text.strip().partition("\n")
        found[name] = Template(subject.removeprefix("Subject:").strip(), body.lstrip("\n"))
    return found
