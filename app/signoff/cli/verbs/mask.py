"""Show what is hidden from the language model; find terms, accept, group, share and lock them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_by, add_project
from signoff.cli.proving import add_prove, prove_project
from signoff.cli.terms import candidate_lines, group_lines, listed_lines, prompt_lines, prompts_as_data
from signoff.core.domain.codec import to_data
from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary import terms_of
from signoff.core.mask.levels import level_words
from signoff.core.pipeline.flow import preview_prompts
from signoff.core.pipeline.glossaries import export_glossary, import_glossary
from signoff.core.pipeline.suggesting import Suggestions, suggestions
from signoff.core.project import glossary
from signoff.core.project.dossiers import dossiers
from signoff.core.project.project import Project

SUMMARY = "what is hidden from the language model; find, accept, group, share and lock terms; prove it"
_SHOWN = 40
Acts: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The project, and one act; without one, every rule before and after masking."""
    add_project(parser)
    parser.add_argument("--json", action="store_true", help="machine-readable output")
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    acts.add_parser("list", help="the glossary: terms by group, level, lock, where terms came from")
    suggest = acts.add_parser("suggest", help="terms found in the document, the sources and their rows")
    suggest.add_argument("--most", type=int, default=_SHOWN, metavar="N", help=f"how many (default {_SHOWN})")
    suggest.add_argument("--kind", choices=[kind.value for kind in TermKind], help="only of this kind")
    accept = acts.add_parser("accept", help="list found terms, or words of your own")
    accept.add_argument("terms", nargs="*", metavar="TERM")
    accept.add_argument("--top", type=int, default=0, metavar="N", help="the first N that suggest shows")
    accept.add_argument("--group", default="", metavar="NAME", help="they are one thing, called so")
    refuse = acts.add_parser("refuse", help="say of found terms that they are none")
    refuse.add_argument("terms", nargs="+", metavar="TERM")
    _add_changing(acts)
    add_prove(
        acts.add_parser("prove", help="look for every term in all that was sent or lies about; a receipt")
    )
    for act in ("accept", "refuse", "remove", "edit", "import", "lock", "unlock", "prove"):
        add_by(acts.choices[act])
    for act in ("group", "level"):
        acts.choices[act].add_argument(
            "--by", default="", metavar="NAME", help="who does this, where it changes something"
        )


def _add_changing(acts: Acts) -> None:
    remove = acts.add_parser("remove", help="take terms off the list")
    remove.add_argument("terms", nargs="+", metavar="TERM")
    edit = acts.add_parser("edit", help="write a term otherwise, or give it another kind")
    edit.add_argument("term", metavar="TERM")
    edit.add_argument("--text", default="", metavar="NEW")
    edit.add_argument("--kind", choices=[kind.value for kind in TermKind])
    group = acts.add_parser(
        "group", help="put terms into a group; without terms, the groups that are suggested"
    )
    group.add_argument(
        "name", nargs="?", default="", metavar="NAME", help="a suggested one is accepted as a whole"
    )
    group.add_argument("terms", nargs="*", metavar="TERM")
    export = acts.add_parser("export", help="write the glossary: xlsx, csv or yml")
    export.add_argument("file", type=Path, metavar="FILE")
    take = acts.add_parser("import", help="list the terms of an xlsx, csv or yml file, or of another project")
    take.add_argument("file", type=Path, metavar="FILE")
    acts.add_parser("lock", help="agree on the glossary as it is")
    unlock = acts.add_parser("unlock", help="take the lock off")
    unlock.add_argument("--reason", required=True, metavar="TEXT")
    level = acts.add_parser("level", help="how much is hidden; without a level, what each one hides")
    level.add_argument("level", nargs="?", choices=[each.value for each in MaskingLevel])


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do one act, or print before, after, aliases and scan of every rule that would be sent; sends nothing."""
    return _ACTS[arguments.act](arguments)


def _before_and_after(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        records = preview_prompts(project)
    if arguments.json:
        print(json.dumps(prompts_as_data(records), indent=1, ensure_ascii=False))
        return ExitCode.DONE
    for line in prompt_lines(records):
        print(line)
    return ExitCode.DONE


def _list(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        for line in listed_lines(project):
            print(line)
    return ExitCode.DONE


def _suggest(arguments: argparse.Namespace) -> ExitCode:
    found = _suggestions(arguments)
    wanted = [each for each in found.candidates if arguments.kind in (None, each.kind.value)]
    if arguments.json:
        print(json.dumps(to_data(wanted[: arguments.most]), indent=1, ensure_ascii=False))
        return ExitCode.DONE
    for line in candidate_lines(wanted[: arguments.most]):
        print(line)
    print(f"{min(len(wanted), arguments.most)} of {len(wanted)} found terms.", file=sys.stderr)
    return ExitCode.DONE


def _accept(arguments: argparse.Namespace) -> ExitCode:
    if not arguments.terms and not arguments.top:
        raise SignoffError("Name the terms, or say how many of the first found ones with --top.")
    found = _suggestions(arguments).candidates[: arguments.top] if arguments.top else ()
    with _writable(arguments) as project:
        before = len(project.glossary)
        terms = [_known(project, text, arguments.group) for text in arguments.terms]
        terms += [replace(each.term, concept=arguments.group) for each in found]
        print(f"{len(glossary.accept_terms(project, terms, by=arguments.by)) - before} terms listed")
    return ExitCode.DONE


def _refuse(arguments: argparse.Namespace) -> ExitCode:
    with _writable(arguments) as project:
        refused = glossary.refuse_terms(project, arguments.terms, by=arguments.by)
        print(f"{len(refused)} texts are not offered any more")
    return ExitCode.DONE


def _remove(arguments: argparse.Namespace) -> ExitCode:
    with _writable(arguments) as project:
        glossary.remove_terms(project, arguments.terms, by=arguments.by)
    print(f"{len(arguments.terms)} terms taken off the list")
    return ExitCode.DONE


def _edit(arguments: argparse.Namespace) -> ExitCode:
    with _writable(arguments) as project:
        old = next((t for t in project.glossary if t.text.casefold() == arguments.term.casefold()), None)
        kind = TermKind(arguments.kind) if arguments.kind else old.kind if old else TermKind.WORD
        glossary.edit_term(project, arguments.term, arguments.text or arguments.term, kind, by=arguments.by)
        print(f"{arguments.text or arguments.term}: {kind.value}")
    return ExitCode.DONE


def _group(arguments: argparse.Namespace) -> ExitCode:
    if arguments.terms:
        with _writable(arguments) as project:
            members = [_known(project, text, arguments.name) for text in arguments.terms]
            glossary.accept_terms(project, members, by=arguments.by)
        print(f"{arguments.name}: {len(members)} terms are one")
        return ExitCode.DONE
    groups = _suggestions(arguments).groups
    if not arguments.name:
        for line in group_lines(groups):
            print(line)
        return ExitCode.DONE
    wanted = next((g for g in groups if g.concept.casefold() == arguments.name.casefold()), None)
    if wanted is None:
        raise SignoffError(f"No group called {arguments.name} is suggested; name its terms too.")
    with _writable(arguments) as project:
        glossary.accept_terms(project, wanted.terms, by=arguments.by)
    print(f"{wanted.concept}: {len(wanted.members)} terms are one")
    return ExitCode.DONE


def _known(project: Project, text: str, concept: str) -> Term:
    """A term as it is listed, else as the document has it, in its group."""
    spec = project.amended_spec
    terms = terms_of(spec, project.sources, project.glossary) if spec else project.glossary
    found = next((term for term in terms if term.text.casefold() == text.casefold()), None)
    return replace(found or Term(text, TermKind.WORD), concept=concept)


def _export(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        count = export_glossary(project, arguments.file)
    print(f"{arguments.file}: {count} terms")
    return ExitCode.DONE


def _import(arguments: argparse.Namespace) -> ExitCode:
    with _writable(arguments) as project:
        added = import_glossary(project, arguments.file, by=arguments.by)
        print(f"{len(added)} terms listed from {arguments.file.name}; {len(project.glossary)} in all")
    return ExitCode.DONE


def _lock(arguments: argparse.Namespace) -> ExitCode:
    with _writable(arguments) as project:
        lock = glossary.lock_glossary(project, by=arguments.by)
        print(f"locked: {len(project.glossary)} terms, digest {lock.digest[:16]}")
    return ExitCode.DONE


def _unlock(arguments: argparse.Namespace) -> ExitCode:
    with _writable(arguments) as project:
        glossary.unlock_glossary(project, arguments.reason, by=arguments.by)
    print("unlocked")
    return ExitCode.DONE


def _level(arguments: argparse.Namespace) -> ExitCode:
    if arguments.level is None:
        with Project.open(arguments.project, read_only=True) as project:
            chosen = project.masking_level
        for level in MaskingLevel:
            print(f"{'*' if level is chosen else ' '} {level.value:<12} {level_words(level)}")
        return ExitCode.DONE
    with _writable(arguments) as project:
        glossary.choose_level(project, MaskingLevel(arguments.level), by=arguments.by)
        older = [each.target for each in dossiers(project) if each.level_is_other]
    print(level_words(MaskingLevel(arguments.level)))
    if older:
        print(f"To be drafted anew: {', '.join(older)}")
    return ExitCode.DONE


def _suggestions(arguments: argparse.Namespace) -> Suggestions:
    with Project.open(arguments.project, read_only=True) as project:
        return suggestions(project)


def _writable(arguments: argparse.Namespace) -> Project:
    return Project.open(arguments.project, by=arguments.by).require_writing()


_ACTS: dict[str | None, Callable[[argparse.Namespace], ExitCode]] = {
    None: _before_and_after,
    "list": _list,
    "suggest": _suggest,
    "accept": _accept,
    "refuse": _refuse,
    "remove": _remove,
    "edit": _edit,
    "group": _group,
    "export": _export,
    "import": _import,
    "lock": _lock,
    "unlock": _unlock,
    "level": _level,
    "prove": prove_project,
}
