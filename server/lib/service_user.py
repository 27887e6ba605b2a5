"""Lets commands that root runs work as the user of the server, who owns the data folder.

Whoever took over the server could put links into the data folder, and root would write, read and give away
what they name.
"""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

from server.lib.user_error import UserError


def work_as_owner(data: Path) -> str | None:
    """Give up root for good, if another user owns the data folder, or the folder that it will be made in.

    Returns the user's name, or None if nothing had to change. Raises UserError.
    """
    if os.geteuid() != 0:
        return None
    owner = _existing(data).stat()
    if owner.st_uid == 0:
        return None
    try:
        name, home = _known(owner.st_uid)
        if name:
            os.initgroups(name, owner.st_gid)
        else:
            os.setgroups([])
        os.setresgid(owner.st_gid, owner.st_gid, owner.st_gid)
        os.seteuid(owner.st_uid)
        readable = os.access(os.__file__, os.R_OK, effective_ids=True)
        os.seteuid(0)
    except OSError as error:
        raise UserError(
            f"{data} belongs to user {owner.st_uid}, and root may not become that user here "
            f"({error.strerror}). Run the command as that user."
        ) from None
    if not readable:
        raise UserError(
            f"{data} belongs to user {name or owner.st_uid}, who can't read Python in {sys.base_prefix}. "
            "Install Sightline with a Python that this user can read, and run the command as this user."
        )
    os.setresuid(owner.st_uid, owner.st_uid, owner.st_uid)
    os.environ["HOME"] = home
    return name or str(owner.st_uid)


def current() -> str:
    """Return the name of the user whose rights this process has."""
    return _known(os.geteuid())[0] or f"number {os.geteuid()}"


def _existing(path: Path) -> Path:
    path = path.absolute()
    return next(each for each in (path, *path.parents) if each.exists())


def _known(number: int) -> tuple[str, str]:
    """Return the name and home of a user; an empty name for those whom the system does not know."""
    try:
        user = pwd.getpwuid(number)
    except KeyError:
        return "", "/"
    return user.pw_name, user.pw_dir
