#!/usr/bin/env bats
# What coach writes into the notes of a practice is in the practice's language, and is known again in it.

load support

setup() {
	mkdir -p "$BATS_TEST_TMPDIR/vault/.coach" && cd "$BATS_TEST_TMPDIR/vault" || return 1
	printf "version: 1\nhistory:\n  enabled: false\npaths:\n  templates: Templates\n" >.coach/config.yaml
	export COACH_NOW=2026-11-19
}

# A practice that keeps its notes in German: Petra writes and waits, meets today, and has promised something.
lay_german() {
	write_note 'Client Portfolio.md' '# Klientenportfolio' '' '## Aktive Klienten' '' \
		'| Klient | Sitzungen/Monat | Status | Programmende |' '| --- | --- | --- | --- |' \
		'| [[Petra Probe]] | 2/Monat | aktiv | 2027-06-30 |' '| [[Uwe Entwurf]] | 2/Monat | aktiv | |' '' \
		'## Kapazitätsvertrag' '' '* **Aufteilung:** 50 % Coaching, 30 % Akquise, 20 % Verwaltung'
	write_note 'Petra Probe.md' '---' 'type: engagement' 'client: "[[Petra Probe]]"' '---' '# Klientenakte' '' \
		'## Konditionen' '' '| Bedingung | Einzelheiten |' '| --- | --- |' \
		'| Unterstützung zwischen den Sitzungen | Mail, innerhalb von 24 Stunden |' '' \
		'## Kennzahlen' '' '| Kennzahl | Ausgangswert | Zielwert | Frist |' '| --- | --- | --- | --- |' \
		'| Gespräche je Woche | 2 | 6 | 2027-03-31 |'
	write_note 'Petra Probe Nachrichten.md' '---' 'type: inbox' 'client: "[[Petra Probe]]"' '---' '# Nachrichten' '' \
		'- 2026-11-17 09:12 ← [mail] Der Termin ist verschoben.'
	write_note '2026-11-12 Petra Probe.md' '---' 'type: session' 'client: "[[Petra Probe]]"' 'date: 2026-11-12' \
		'start: "10:00"' 'status: stattgefunden' '---' '## Aufgaben' '' \
		'- [ ] Entwurf schreiben 📅 2026-11-16 🆔 a7k2' '- [ ] Team fragen 📅 2026-11-19 🆔 b8m3'
	write_note '2026-11-19 Petra Probe.md' '---' 'type: session' 'client: "[[Petra Probe]]"' 'date: 2026-11-19' \
		'start: "10:00"' 'status: geplant' '---' '## Agenda'
	write_note '2026-11-12 Uwe Entwurf.md' '---' 'type: session' 'client: "[[Uwe Entwurf]]"' 'date: 2026-11-12' \
		'status: stattgefunden' '---' '## Nächste Sitzung' '' '**Termin:** 2026-11-19 14:00'
}

# The same in Chinese.
lay_chinese() {
	write_note 'Client Portfolio.md' '# 客户组合' '' '## 在册客户' '' '| 客户 | 频率 | 状态 | 结束日期 |' \
		'| --- | --- | --- | --- |' '| [[林一]] | 每周 | 进行中 | 2027-06-30 |' '| [[周二]] | 每周 | 进行中 | |' '' \
		'## 容量约定' '' '* **比例：** 50% 教练，30% 业务拓展，20% 行政'
	write_note '林一.md' '---' 'type: engagement' 'client: "[[林一]]"' '---' '## 合作条款' '' \
		'| 条款 | 详情 |' '| --- | --- |' '| 异步支持 | 微信，24小时内 |' '' \
		'## 成功指标' '' '| 指标 | 基线 | 目标值 | 期限 |' '| --- | --- | --- | --- |' '| 每周谈话 | 2 | 6 | 2027-03-31 |'
	write_note '林一 消息.md' '---' 'type: inbox' 'client: "[[林一]]"' '---' '# 消息' '' \
		'- 2026-11-17 09:12 ← [微信] 会议改到周一了。'
	write_note '2026-11-12 林一.md' '---' 'type: session' 'client: "[[林一]]"' 'date: 2026-11-12' 'start: "10:00"' \
		'status: 已进行' '---' '## 行动事项' '' '- [ ] 写初稿 📅 2026-11-16 🆔 a7k2' '- [ ] 问团队 📅 2026-11-19 🆔 b8m3'
	write_note '2026-11-19 林一.md' '---' 'type: session' 'client: "[[林一]]"' 'date: 2026-11-19' 'start: "10:00"' \
		'status: 已安排' '---' '## 议程'
	write_note '2026-11-12 周二.md' '---' 'type: session' 'client: "[[周二]]"' 'date: 2026-11-12' 'status: 已进行' \
		'---' '## 下次会谈' '' '**日期：** 2026-11-19 14:00'
}

# section NOTE TITLE: its lines, without the heading and blank lines.
section() {
	awk -v title="## $2" '/^## / { inside = ($0 == title); next } inside && NF' "$1"
}

headings() {
	grep '^#' "$1" | tr '\n' ';'
}

@test "languages: a German practice has German days" {
	lay_german
	run_coach 0 init_day
	day=Days/2026-11-19.md
	[ "$(headings "$day")" = '# Tag 2026-11-19 (Donnerstag);## Sitzungen heute;## Die drei Wichtigsten;## Heute fällig;## Kontakte heute;## Übertrag;## Tagebuch;## Abschluss;' ]
	[ "$(section "$day" 'Sitzungen heute')" = '- 10:00 [[2026-11-19 Petra Probe|Petra Probe]], 60 Minuten — noch keine Agenda: coach prep_session "Petra Probe"
- 14:00 [[Uwe Entwurf]] — vereinbart und nicht eingetragen: coach session add "Uwe Entwurf" 2026-11-19 14:00' ]
	[ "$(section "$day" 'Heute fällig')" = '- Team fragen — Petra Probe, in [[2026-11-12 Petra Probe]]
- 1 überfällig, am längsten seit 2026-11-16: Entwurf schreiben — Petra Probe, in [[2026-11-12 Petra Probe]]' ]
	[ "$(section "$day" 'Kontakte heute')" = '- [ ] **[[Petra Probe]] antworten**
  - Nachricht vom 2026-11-17 09:12 über mail nicht beantwortet; „Mail, innerhalb von 24 Stunden“' ]
	nothing_written run_coach 0 init_day
	stderr_has "$day is already up to date"
}

@test "languages: a Chinese practice has Chinese days" {
	lay_chinese
	run_coach 0 init_day
	day=Days/2026-11-19.md
	[ "$(headings "$day")" = '# 日记 2026-11-19（星期四）;## 今日会谈;## 今日三件事;## 今日到期;## 今日联络;## 结转事项;## 日志;## 收尾;' ]
	[ "$(section "$day" 今日会谈)" = '- 10:00 [[2026-11-19 林一|林一]], 60 分钟 — 尚无议程：coach prep_session "林一"
- 14:00 [[周二]] — 已约定，尚未预约：coach session add "周二" 2026-11-19 14:00' ]
	[ "$(section "$day" 今日到期)" = '- 问团队 — 林一，见 [[2026-11-12 林一]]
- 1 项已逾期，最早的自 2026-11-16 起：写初稿 — 林一，见 [[2026-11-12 林一]]' ]
	[ "$(section "$day" 今日联络)" = '- [ ] **回复[[林一]]**
  - 2026-11-17 09:12 通过 微信 发来的消息尚未回复；“微信，24小时内”' ]
	nothing_written run_coach 0 init_day
}

@test "languages: what a German day has ticked is known the next day, and what it left open is carried over" {
	lay_german
	run_coach 0 init_day
	sed -i.old -e 's/\[ \] \*\*\[\[Petra Probe\]\] antworten/[x] **[[Petra Probe]] antworten/' \
		-e 's/^## Übertrag$/&\n- [ ] Blumen kaufen/' Days/2026-11-19.md && rm Days/2026-11-19.md.old
	run_coach 0 init_day
	run_coach 0 init_day tomorrow
	[ "$(section Days/2026-11-20.md 'Kontakte heute')" = '' ]
	[ "$(section Days/2026-11-20.md Übertrag)" = '- [ ] Blumen kaufen' ]
}

@test "languages: a note keeps the language that it has, whatever the practice's" {
	lay_german
	write_note Days/2026-11-19.md '---' 'date: 2026-11-19' '---' '## Due Today' '## Log'
	run_coach 0 init_day
	[[ $(section Days/2026-11-19.md 'Due Today') == *'1 overdue, the oldest since 2026-11-16: '* ]]
	grep -q '^- \[ \] \*\*Reply to \[\[Petra Probe\]\]\*\*$' Days/2026-11-19.md
	nothing_written run_coach 0 init_day
}

@test "languages: a note that shows none takes the practice's, and a practice that shows none messages.language" {
	lay_german
	write_note Days/2026-11-19.md '---' 'date: 2026-11-19' '---' 'Regen.'
	run_coach 0 init_day
	grep -qxF '## Heute fällig' Days/2026-11-19.md
	rm 'Client Portfolio.md'
	run_coach 0 config messages.language zh
	run_coach 0 init_day tomorrow
	grep -qxF '## 今日到期' Days/2026-11-20.md
}

@test "languages: a template of one's own comes first, and tells the language" {
	lay_german
	mkdir Templates
	printf '%s\n' '---' 'type: day' 'date: {date}' '---' '# {weekday}' '## Due Today' '{due}' '## Log' >Templates/Day.md
	run_coach 0 init_day
	[ "$(headings Days/2026-11-19.md)" = '# Thursday;## Due Today;## Log;' ]
	[[ $(section Days/2026-11-19.md 'Due Today') == *' overdue, the oldest since '* ]]
	printf '%s\n' '---' 'type: day' 'date: {date}' '---' '# {weekday}' '## Heute fällig' '{due}' >Templates/Day.de.md
	run_coach 0 init_day tomorrow
	[ "$(headings Days/2026-11-20.md)" = '# Freitag;## Heute fällig;' ]
}

@test "languages: a German day ends in German, once, whatever its note lacks" {
	lay_german
	run_coach 0 init_day
	day=Days/2026-11-19.md
	sed -i.old -e 's/^## Übertrag$/&\n- [x] Blumen kaufen\n- [ ] Ordner beschriften/' "$day" && rm "$day.old"
	write_note Weeks/2026-W47.md '---' 'week: 2026-W47' '---' '## Zeiterfassung' \
		'| Datum | Stunden | Kategorie | Klient | Notiz |' '| --- | --- | --- | --- | --- |' \
		'| 2026-11-19 | 1.5 | Akquise | | Brief |' '| 2026-11-19 | viel | Akquise | | Brief |'
	run_coach 0 shutdown_day
	section "$day" Abschluss >"$BATS_TEST_TMPDIR/text"
	grep -qxF -- '- **Erfasste Stunden:** 1.5 (Coaching 0.0, Akquise 1.5, Verwaltung 0.0); 1 Zeile nicht gelesen' \
		"$BATS_TEST_TMPDIR/text"
	grep -qxF -- '- **Erledigt:** 1' "$BATS_TEST_TMPDIR/text"
	grep -qxF -- '- **Übernommen:** 1' "$BATS_TEST_TMPDIR/text"
	grep -qxF -- '  - [[2026-11-19 Petra Probe]], noch offen: Status, Zusammenfassung, Aufgaben, nächste Sitzung, Verlauf' \
		"$BATS_TEST_TMPDIR/text"
	nothing_written run_coach 0 shutdown_day
	rm -r .coach/base
	coach log 30m Verwaltung --date 2026-11-19 >/dev/null
	run_coach 0 shutdown_day
	[ "$(grep -c 'Erfasste Stunden' "$day")" -eq 1 ]
	stderr_has '"Abschluss" was left as you wrote it'
}

@test "languages: a Chinese day ends in Chinese, in a note that the command begins" {
	lay_chinese
	run_coach 0 shutdown_day
	day=Days/2026-11-19.md
	[ "$(section "$day" 收尾)" = '- **已记工时：** 没有记录
- **待收尾的会谈：** 1
  - [[2026-11-19 林一]] 还缺：状态、小结、行动事项、下次会谈、进展' ]
	nothing_written run_coach 0 shutdown_day
	rm -r .coach/base
	run_coach 0 log 30m 行政
	run_coach 0 shutdown_day
	[ "$(grep -c 已记工时 "$day")" -eq 1 ]
}

@test "languages: a German day note without the section gets it in German" {
	lay_german
	write_note Days/2026-11-19.md '---' 'date: 2026-11-19' '---' '## Tagebuch' '' 'Regen.'
	run_coach 0 shutdown_day
	[ "$(headings Days/2026-11-19.md)" = '## Tagebuch;## Abschluss;' ]
	nothing_written run_coach 0 shutdown_day
}

@test "languages: a German week ends in German, once" {
	lay_german
	coach done a7k2 --as-of 2026-11-18 >/dev/null
	write_note Weeks/2026-W47.md '---' 'week: 2026-W47' '---' '## Prioritäten' '- [x] Steuer' '- [-] Messe' '- Ordnung' \
		'## Übertrag' '- [ ] Brief schreiben' '## Zeiterfassung' \
		'| Datum | Stunden | Kategorie | Klient | Notiz |' '| --- | --- | --- | --- | --- |' \
		'| 2026-11-18 | 5 | Akquise | | |' '| 2026-11-19 | 5 | Coaching | | |' '| 2026-11-19 | viel | Coaching | | |'
	run_coach 0 shutdown_week 2026-W47 --as-of 2026-11-23
	# What the facts themselves say is English as yet.
	[ "$(section Weeks/2026-W47.md Abschluss | sed '/^- \*\*\(Erfolge\|Sorgen\)/,/^  /{/^  /d}')" = '- **Kapazität:** 10.0 Stunden; 1 Zeile nicht gelesen
  - Coaching: 50.0 % von 50 % nach Vertrag, im Rahmen
  - Akquise: 50.0 % von 30 % nach Vertrag, überschritten
  - Verwaltung: 0.0 % von 20 % nach Vertrag, darunter
- **Notbremse:** nicht ausgelöst
- **Sitzungen:** 0 stattgefunden, 0 versäumt, 0 abgesagt, 0 verschoben, 1 noch geplant
- **Prioritäten:** 1 von 3 erledigt, 1 in eigenen Worten
  - gestrichen: Messe
- **Übertrag:** 0 von 1 erledigt
  - offen: Brief schreiben
- **Erfolge:** 1
- **Sorgen:** 1
- **Übernommen:** 1
  - Brief schreiben' ]
	nothing_written run_coach 0 shutdown_week 2026-W47 --as-of 2026-11-23
	rm -r .coach/base
	coach log 30m Verwaltung --date 2026-11-19 >/dev/null
	run_coach 0 shutdown_week 2026-W47 --as-of 2026-11-23
	[ "$(grep -c 'Kapazität' Weeks/2026-W47.md)" -eq 1 ]
	stderr_has '"Abschluss" was left as you wrote it'
}

@test "languages: a Chinese week ends in Chinese, once" {
	lay_chinese
	write_note Weeks/2026-W47.md '---' 'week: 2026-W47' '---' '## 优先事项' '- [x] 报税' '- [-] 展会' '- 整理' \
		'## 工时记录' '| 日期 | 小时 | 类别 | 客户 | 备注 |' '| --- | --- | --- | --- | --- |' \
		'| 2026-11-18 | 5 | 业务拓展 | | |' '| 2026-11-19 | 5 | 教练 | | |'
	run_coach 0 shutdown_week 2026-W47 --as-of 2026-11-23
	[ "$(section Weeks/2026-W47.md 收尾 | head -n 8)" = '- **容量：** 10.0 小时
  - 教练：50.0%，约定 50%，在范围内
  - 业务拓展：50.0%，约定 30%，超出
  - 行政：0.0%，约定 20%，偏低
- **熔断：** 未触发
- **会谈：** 已进行 0，缺席 0，已取消 0，已改期 0，待进行 1
- **优先事项：** 3 项中完成 1 项，1 项是您自己写的
  - 已取消：展会' ]
	nothing_written run_coach 0 shutdown_week 2026-W47 --as-of 2026-11-23
}

@test "languages: sessions that nobody settled are named in German, with what settles them" {
	lay_german
	sed -i.old 's/stattgefunden/geplant/' '2026-11-12 Petra Probe.md' && rm ./*.old
	run_coach 0 init_day --as-of 2026-11-18
	text=$(section Days/2026-11-18.md 'Sitzungen heute')
	[[ $text == *'2026-11-19 10:00 [[2026-11-19 Petra Probe|Petra Probe]], 60 Minuten — noch keine Agenda: coach prep_session "Petra Probe" --date 2026-11-19'* ]]
	[[ $text == *'2026-11-12 10:00 [[2026-11-12 Petra Probe|Petra Probe]], 60 Minuten — vorbei und noch geplant: coach close_session "Petra Probe" --date 2026-11-12'* ]]
	run_coach 0 init_day --as-of 2026-11-20
	[[ $(section Days/2026-11-20.md 'Sitzungen heute') == *'vorbei und noch geplant, wie 1 spätere: coach close_session "Petra Probe" --date 2026-11-12'* ]]
}
