#!/usr/bin/env python3
"""home-full: a home after ten years, to measure with: 20,000 answers in 4,000 sittings, 3,000 entries,
200 applications, ten packs of 1,000 questions.

  home-full.py FOLDER [--answers 20000] [--entries 3000] [--applications 200] [--packs 10] [--until 2026-11-23]

It writes the files as the program writes them, byte for byte, so that what is measured is the program's usual way
of reading them. The same arguments give the same home. Python 3.11 or newer, nothing else.
"""
import argparse, datetime, pathlib, random, tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEVELS = ["not-yet", "partly", "solid", "strong"]
STAGES = ["screening", "phone-video", "in-person", "behavioral-assessment", "technical-assessment", "panel",
          "final-offer", "checks"]
WORDS = ("the supplier moved our date again so I called both teams and wrote down what each of them needed by Friday "
         "before anything else could start we had two people fewer than planned and one room which was booked for "
         "somebody who never came in the end it took three days instead of five").split()
ANSWERS_PER_SITTING = 5


def prose(rng, count):
    return " ".join(rng.choices(WORDS, k=count)).capitalize() + "."


def text(string):
    "A text as the program writes it: on lines of its own once it is long or has lines."
    plain = string.replace("\\", "\\\\").replace('"', '\\"')
    if "\n" in string or len(string) > 72:
        return f'"""\n{plain}"""'
    return f'"{plain}"'


def questions():
    found = []
    for path in sorted((ROOT / "assets/library/questions").glob("*.toml")):
        with open(path, "rb") as file:
            found += tomllib.load(file)["question"]
    return found


def dimensions():
    with open(ROOT / "assets/library/rubrics.toml", "rb") as file:
        return tomllib.load(file)["dimension"]


def head(started, title, stage, seed, library, plan):
    lines = [f"format = 1", f"started = {started}", f'title = "{title}"']
    if stage:
        lines.append(f'stage = "{stage}"')
    lines += [f"seed = {seed}", f'library = "{library}"', 'pacing = "window"', 'factor = "1"', 'input = "typed"',
              "strict = false", "probes = true", "rate_each = true", "plan = ["]
    lines += [f'  {{ question = "{q}", wording = 0, why = "{why}" }},' for q, why in plan]
    return "\n".join(lines + ["]", "end = true", ""])


def answer(index, question, at, seconds, words, said):
    window = [question.get("min_s", 60), question.get("max_s", 130)]
    lines = [f"index = {index}", f'question = "{question["id"]}"', "wording = 0", "take = 1",
             f'kind = "{question["kind"]}"', f'competency = "{question["competencies"][0]}"', 'input = "typed"',
             f"at = {at}", "think_s = 21", "first_word_s = 6", f"seconds = {seconds}",
             f"length_s = {words * 60 // 140}", "paused_s = 0", f"window_s = [{window[0]}, {window[1]}]",
             f"words = {words}", "fillers = 0", "hints = []", 'expected = "solid"', "skipped = false",
             f"text = {text(said)}", "end = true"]
    return "\n[[answer]]\n" + "\n".join(lines) + "\n"


def rating(index, question, at, marks, rated, level, note):
    points = ", ".join(f'"{m}"' for m in marks)
    lines = [f"index = {index}", f'question = "{question["id"]}"', 'rater = "now"', f"at = {at}",
             f"points = [{points}]", "proofs = []", "flags = []", "dimensions = ["]
    lines += [f'  {{ id = "{d}", level = "{l}" }},' for d, l in rated]
    lines += ["]", f'computed = "{level}"', 'line = "d1"', f'level = "{level}"', f"note = {text(note)}", "end = true"]
    return "\n[[rating]]\n" + "\n".join(lines) + "\n"


def finished(at):
    return f'\n[[event]]\nat = {at}\nwhat = "finished"\nseconds = 0\nend = true\n'


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S+01:00")


def sittings(home, rng, count, until, library, pool):
    dims = dimensions()
    days = 3650
    for n in range(count):
        evening = datetime.datetime.combine(until, datetime.time(18, 30)) - datetime.timedelta(
            days=days * (count - 1 - n) // count, minutes=-n % 240)
        drawn = rng.sample(pool, ANSWERS_PER_SITTING)
        stage = rng.choice(STAGES + [None])
        out = head(stamp(evening), "Drill", stage, n, library, [(q["id"], "drawn") for q in drawn])
        at = evening
        for index, question in enumerate(drawn):
            words = rng.randint(90, 240)
            at += datetime.timedelta(seconds=300)
            out += answer(index, question, stamp(at), 260, words, prose(rng, words))
            level = LEVELS[min(3, rng.randint(0, 2) + n * 2 // count)]
            marks = rng.choices(["hit", "half", "missed"], k=len(question.get("strong", [1, 2, 3, 4, 5])))
            rated = [(d["id"], rng.choice(LEVELS)) for d in dims
                     if question["kind"] in d["applies"] and d["id"] != "delivery"]
            out += rating(index, question, stamp(at + datetime.timedelta(seconds=70)), marks, rated, level,
                          "Say the number first.")
        out += finished(stamp(at + datetime.timedelta(seconds=90)))
        name = f"{evening:%Y-%m-%dT%H%M}-{stage or 'drill'}"
        write_free(home / "practice" / f"{evening:%Y}", name, out)


def entries(home, rng, count, until, employers):
    for n in range(count):
        day = until - datetime.timedelta(days=n * 3650 // count)
        debrief = n % 10 == 3
        employer = rng.choice(employers)
        out = f'format = 1\nkind = "{"debrief" if debrief else "note"}"\ndate = {day}\ntime = 19:05:00\n'
        out += f'title = "{prose(rng, 4)}"\n'
        if debrief or n % 3 == 0:
            out += f'application = "{employer}"\nstage = "panel"\n'
        out += f'tags = ["{rng.choice(["panel", "numbers", "call", "story"])}"]\n'
        body = "\n\n".join(prose(rng, rng.randint(20, 70)) for _ in range(3))
        out += f"body = {text(body)}\n"
        if debrief:
            out += f'\n[debrief]\nwent_well = ["{prose(rng, 6)}"]\nwent_badly = ["{prose(rng, 6)}"]\nlevel = "partly"\n'
            for _ in range(4):
                out += f'\n[[debrief.questions]]\ntext = {text(prose(rng, 12))}\nlevel = "{rng.choice(LEVELS)}"\n'
        write_free(home / "journal" / f"{day:%Y}", f"{day}-note", out)


def applications(home, rng, count, until):
    names = []
    for n in range(count):
        name, since = f"employer-{n:03}-clerk", until - datetime.timedelta(days=n * 3650 // count)
        closed = "false" if n < 4 else "true"
        outcome = "pending" if n < 4 else rng.choice(["rejected", "no-reply", "withdrew"])
        out = (f'format = 1\nemployer = "Employer {n:03}"\nrole = "Clerk"\nstage = "panel"\nsince = {since}\n'
               f'closed = {closed}\noutcome = "{outcome}"\nnotes = {text(prose(rng, 30))}\n')
        for stage, days in (("screening", 7), ("in-person", 20), ("panel", 34)):
            out += (f'\n[[round]]\nstage = "{stage}"\ndate = {since + datetime.timedelta(days=days)}\n'
                    f'time = 10:00:00\noutcome = "{"pending" if n < 4 and stage == "panel" else "advanced"}"\n')
        write(home / "applications" / f"{name}.toml", out)
        names.append(name)
    return names


def packs(home, rng, count, size):
    for p in range(count):
        out = (f'[pack]\nformat = 1\nid = "pack-{p}"\ntitle = "Pack {p}"\nversion = "1.0.0"\nauthor = "Nobody"\n'
               'license = "private"\nlanguage = "en"\n')
        for n in range(size):
            kind = rng.choice(["behavioral", "situational", "strengths"])
            points = "\n".join(f'  {{ text = "{prose(rng, 6)}", core = {str(k == 0).lower()} }},' for k in range(4))
            out += (f'\n[[question]]\nid = "q-general-{kind}-{p}-{n}"\nstatus = "ready"\ntext = "{prose(rng, 14)}"\n'
                    f'kind = "{kind}"\ncompetencies = ["{rng.choice(["conflict", "planning", "ownership"])}"]\n'
                    f'stages = ["{rng.choice(STAGES)}"]\nroles = ["general"]\ndifficulty = 2\nprep_s = 30\n'
                    f'answer_s = 105\nmin_s = 60\nmax_s = 130\nframework = "star-l"\nstrong = [\n{points}\n]\n'
                    f'red_flags = [{{ text = "{prose(rng, 5)}" }}]\noutline = ["The event", "The result"]\n')
        write(home / "packs" / f"pack-{p}.toml", out)


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def write_free(folder, name, content):
    path, n = folder / f"{name}.toml", 2
    while path.exists():
        path, n = folder / f"{name}-{n}.toml", n + 1
    write(path, content)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--answers", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=3_000)
    parser.add_argument("--applications", type=int, default=200)
    parser.add_argument("--packs", type=int, default=10)
    parser.add_argument("--until", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 23))
    args = parser.parse_args()
    if args.folder.exists() and any(args.folder.iterdir()):
        raise SystemExit(f"{args.folder} is not empty. Name a new folder.")
    rng = random.Random(7)
    with open(ROOT / "assets/library/meta.toml", "rb") as file:
        library = tomllib.load(file)["pack"]["version"]
    write(args.folder / "profile.toml", 'format = 1\nname = "Sam"\nfamily = "general"\nminutes_a_day = 20\n')
    employers = applications(args.folder, rng, args.applications, args.until)
    sittings(args.folder, rng, args.answers // ANSWERS_PER_SITTING, args.until, library, questions())
    entries(args.folder, rng, args.entries, args.until, employers)
    packs(args.folder, rng, args.packs, 1_000)
    print(f"{args.folder}: {args.answers} answers, {args.entries} entries, {args.applications} applications, "
          f"{args.packs} packs")


if __name__ == "__main__":
    main()
