#!/usr/bin/env python3
"""Writes a made-up practice of a given size: generate.py small|medium|large|portfolio FOLDER

The same size gives the same bytes each time. Layout, headings, columns and labels are the practice template's.

  small      273 notes     12 clients with 19 sessions each, 30 weeks
  medium     5,151 notes   50 clients with 99 sessions each, 148 weeks
  large      50,601 notes  500 clients with 99 sessions each, 598 weeks
  portfolio  16 notes      a portfolio, a strategy, a plan and 13 weeks, with no client's notes
"""

import datetime
import pathlib
import random
import sys

TODAY = datetime.date(2026, 11, 20)
# Clients, sessions of each, weeks.
SIZES = {"small": (12, 19, 30), "medium": (50, 99, 148), "large": (500, 99, 598), "portfolio": (12, 0, 13)}
# A coach has a few clients at a time; the others are behind them.
MOST_ACTIVE = 12

GIVEN_NAMES = """Ada Bela Cyd Dana Edo Fay Gil Hana Ivo Jun Kai Lea Mio Nia Ori Pia Quin Rui Sol Tam Uri Vera Wim Xia
Yan""".split()
FAMILY_NAMES = """Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Kapok Larch Maple Nutmeg Oak Pine Quince
Rowan Spruce Teak""".split()
GOALS = """Lead the regional team
Run board meetings without notes
Delegate the weekly report
Decide about the merger""".splitlines()
TASKS = """Draft the board memo
Ask two peers for feedback
Move the Monday meeting
Write down the three criteria
Call the sponsor
Read the survey's open answers
Say no to the steering group""".splitlines()
SENTENCES = """The week began with a calendar nobody had looked at.
She named the decision and who has to make it.
We rehearsed the first two minutes aloud, three times.
The team waits for a word on the budget.
He wrote the message and did not send it.
What helped was asking one person before the meeting.
The old plan assumed more hands than there are.
Next time the numbers come first, the story after.
A smaller promise, kept, is worth more to them.
It is still open who speaks to the works council.""".splitlines()
WORK = [("coaching", "reading up on a case"), ("bizdev", "newsletter"), ("admin", "invoices"), ("bizdev", "lead call"),
        ("admin", "supervision")]

PORTFOLIO = """---
type: portfolio
---
# CLIENT PORTFOLIO

> **Layer:** DRIVERS
> **Version:** 2026.04
> **Last Updated:** 2026-10-01

## 1. Portfolio Identity

**Current Focus:** Leaders in their first year

## 2. Active Roster (Capacity Board)

| Client | Engagement Type | Sessions/Month | Status | Programme End |
| :--- | :--- | :--- | :--- | :--- |
{roster}

## 4. The Capacity Contract

* **The Ratio:** Of the hours of a week, approximately **50%** go to Direct Coaching (sessions + prep), **30%** to \
Business Development (marketing), and **20%** to Admin & CPD (invoicing).
* **Maximum Weekly Sessions:** 10 sessions a week.

## 5. Practice Rituals

* **Weekly Client Review (Async):** Sunday evening, next week's sessions

## 6. Strategic Translation (Q4 2026)

* **Priority Logic:** Those who start come first.

## 7. Referral Network & Partners

| Partner | Domain | Check-in |
| :--- | :--- | :--- |
| Sample Partner | Legal | monthly |
"""

STRATEGY = """# Practice Strategy: Q4 2026

## North Star

**Objective:** A full spring cohort
**Key Metric:** Signed places

## Not Now

- A podcast
"""

PLAN = """# Quarterly Plan: Q4 2026
> **Last Updated:** 2026-10-01

**Theme:** Fill the spring cohort

## Initiatives

| Initiative | Category | Priority | Status | Effort | Due |
| --- | --- | --- | --- | --- | --- |
| Newsletter | bizdev | low | active | 2h/week | 2026-12-18 |
| Cohort page | bizdev | high | active | 10h | 2026-11-30 |

## Milestones
- [ ] Cohort page live 📅 2026-11-30
"""

WEEK = """---
type: week
week: {week}
---
# Week {week} ({monday} – {sunday})

## Priorities
{priorities}

## Carryover
{task}

## Time Log
| Date | Hours | Category | Client | Note |
| --- | --- | --- | --- | --- |
{rows}

## Review

{review}

## Shutdown

{shutdown}
"""

ENGAGEMENT = """---
type: engagement
client: "{name}"
---
# AI Execution Specification
## Coaching Client Relationship Management

## Document Metadata
| Field | Value |
|-------|-------|
| Client Name | {name} |
| Engagement Type | 1:1 |
| Current Phase | Active |

## 1. ENGAGEMENT OBJECTIVE

**Client Transformation:**
{transformation}

**Primary Outcome:**
{goal}

**Engagement Terms:**
| Term | Details |
|------|---------|
| Meeting Cadence | Bi-weekly |
| Meeting Length | 60 |

## 2. SUCCESS CRITERIA

### Client Success Metrics
| Metric | Baseline | Target | Deadline |
|--------|----------|--------|----------|
| Confidence | 4 | 8 | 2027-01-31 |

### Red Flags to Monitor
- [ ] Missed sessions without rescheduling

## 3. CLIENT PROFILE

### Goals & Motivations
| Category | Details |
|----------|---------|
| Primary Goal | {goal} |

{profile}

## 6. DELIVERABLES & TRACKING

### Progress Log
| Date | Metric | Value | Note |
|------|--------|-------|------|
| 2026-10-12 | Confidence | 5 | by phone |
"""

SESSION = """---
type: session
client: "[[{name}]]"
number: {number}
date: {date}
start: "10:00"
minutes: 60
status: {status}
paid: true
---
# Session {number} — {name} — {date}

## Agenda

{agenda}

## Notes

{notes}

See [[{name}]] and `- [ ] no task`.

> {quote}

{more_notes}

## Summary

{summary}

## Action Items
{tasks}

## Metrics
| Metric | Value | Note |
| --- | --- | --- |
| Confidence | {confidence} | |

## Next Session
**Focus:** {goal}
**Date:** {next_date} 10:00
"""


def client_name(number):
    """A name for each number; the first five hundred have two parts."""
    turn, rest = divmod(number, len(GIVEN_NAMES) * len(FAMILY_NAMES))
    family = FAMILY_NAMES[(rest + rest // len(GIVEN_NAMES)) % len(FAMILY_NAMES)]
    return f"{GIVEN_NAMES[rest % len(GIVEN_NAMES)]} {family}" + (f" {turn + 1}" if turn else "")


class Practice:
    """The clients and weeks of one practice, and the notes about them."""

    def __init__(self, size, folder):
        clients, self.sessions, self.weeks = SIZES[size]
        self.folder = pathlib.Path(folder)
        self.random = random.Random(f"coach bench {size}")
        self.names = [client_name(number) for number in range(clients)]
        self.tasks = 0

    def write(self, path, text):
        whole = self.folder / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(text, encoding="utf-8")

    def prose(self, sentences):
        return " ".join(self.random.choice(SENTENCES) for _ in range(sentences))

    def task(self, date, done):
        self.tasks += 1
        due = date + datetime.timedelta(days=self.random.randrange(3, 14))
        finished = due - datetime.timedelta(days=self.random.randrange(3))
        mark, closed = ("x", f" ✅ {finished}") if done else (" ", "")
        return f"- [{mark}] {self.random.choice(TASKS)} [owner:: client] 📅 {due}{closed} 🆔 t{self.tasks}"

    def portfolio(self):
        rows = []
        for place, name in enumerate(self.names):
            state = "Active | 2027-03-31" if place < MOST_ACTIVE else "Completed | 2025-06-30"
            rows.append(f"| **[[{name}]]** | 1-on-1 | {'2/month' if place % 3 else 'weekly'} | {state} |")
        return PORTFOLIO.format(roster="\n".join(rows))

    def week(self, monday):
        year, number, _ = monday.isocalendar()
        days = [monday + datetime.timedelta(days=day) for day in range(7)]
        rows = [f"| {day} | {self.random.randrange(2, 8) / 2} | {category} | | {note} |"
                for day, (category, note) in zip(days, WORK)]
        priorities = [f"{place}. **{self.random.choice(TASKS)}** — {self.prose(1)}" for place in range(1, 6)]
        done = monday < TODAY - datetime.timedelta(days=28)
        week = f"{year}-W{number:02}"
        self.write(f"Weeks/{week}.md", WEEK.format(
            week=week, monday=monday, sunday=days[-1], priorities="\n".join(priorities), task=self.task(monday, done),
            rows="\n".join(rows), review=self.prose(8), shutdown=self.prose(2)))

    def engagement(self, name):
        self.write(f"Clients/{name}/{name}.md", ENGAGEMENT.format(
            name=name, transformation=self.prose(2), goal=self.random.choice(GOALS), profile=self.prose(30)))

    def session(self, name, number, date):
        agenda = [f"- {minutes} min: {self.prose(1)}" for minutes in (5, 10, 30, 10, 5)]
        done = date < TODAY - datetime.timedelta(days=21)
        self.write(f"Clients/{name}/Sessions/{date} {name}.md", SESSION.format(
            name=name, number=number, date=date, status="held" if date < TODAY else "planned", agenda="\n".join(agenda),
            notes=self.prose(7), quote=self.prose(2), more_notes=self.prose(6), summary=self.prose(4),
            tasks="\n".join(self.task(date, done) for _ in range(3)), confidence=self.random.randrange(3, 9),
            goal=self.random.choice(GOALS), next_date=date + datetime.timedelta(days=14)))

    def client(self, place, name):
        self.engagement(name)
        # Active clients come every second week until this or the next one; the others ended before.
        last = datetime.date(2025, 6, 2) + datetime.timedelta(days=place % 20)
        if place < MOST_ACTIVE:
            last = this_monday() + datetime.timedelta(days=place % 5 + 7 * (place % 2))
        for back in range(self.sessions):
            self.session(name, self.sessions - back, last - datetime.timedelta(weeks=2 * back))

    def write_all(self):
        self.write(".coach/config.yaml", "version: 1\n")
        self.write("Client Portfolio.md", self.portfolio())
        self.write("Practice Strategy.md", STRATEGY)
        self.write("Plans/2026-Q4.md", PLAN)
        for back in range(self.weeks):
            self.week(this_monday() - datetime.timedelta(weeks=back))
        for place, name in enumerate(self.names):
            if self.sessions:
                self.client(place, name)


def this_monday():
    return TODAY - datetime.timedelta(days=TODAY.weekday())


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in SIZES:
        sys.exit(__doc__)
    Practice(sys.argv[1], sys.argv[2]).write_all()


if __name__ == "__main__":
    main()
