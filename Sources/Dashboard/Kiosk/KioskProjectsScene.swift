import ClimateModel
import TextGrid

extension KioskPainter {
    /// Projects with their lights and what comes next: the municipality's own, else others'.
    mutating func drawProjects(_ projects: KioskContent.Projects) {
        drawHeading((projects.isOwn ? Phrases.ownProjects : Phrases.kioskProjects)(language))
        var list = layout.scene
        if let subtitle = subtitle(of: projects.kind) {
            list = drawSubtitle(subtitle, in: list)
        }
        let blocks = projectBlocks(projects, in: list)
        let step = list.height / max(1, blocks.count)
        for (index, block) in blocks.enumerated() {
            var slot = list.split(top: index * step).rest.split(top: step).top
            if blocks.count == 1 {
                slot = slot.split(top: (slot.height - block.height) / 3).rest
            }
            draw(block, in: slot)
        }
    }

    private func subtitle(of kind: KioskContent.Projects.Kind) -> String? {
        switch kind {
        case .own: nil
        case .ongoingElsewhere: Phrases.elsewhere(language)
        case .completed: Phrases.completed(language)
        }
    }

    /// A project as it is drawn.
    private struct Block {
        var project: Project
        /// The columns of the lights.
        var lights: Int
        var title: KioskText
        /// What it is for, where there is room to say it.
        var summary: KioskText?
        /// What comes next; of others' projects, whose it is.
        var note: KioskText
        /// With the bar of its time.
        var height: Int {
            title.height + title.scale + (summary.map { $0.height + 2 } ?? 0) + note.height + 3
        }
    }

    /// As many as there are lines to read and rows to draw on, with titles of one size.
    private func projectBlocks(_ projects: KioskContent.Projects, in rect: Rect) -> [Block] {
        let count = min(projects.isOwn ? 3 : 2, projects.rows.count, max(1, rect.height / 2))
        let lines = (projects.isOwn ? 6 : 5) / max(1, count)
        let lights = lightWidth(of: projects.rows.prefix(count).map(\.project))
        let choices = (layout.letterScales + [0]).lazy.map { scale in
            projects.rows.prefix(count).compactMap { row in
                self.block(
                    row.project, whose: projects.isOwn ? nil : row.municipality, lines: lines,
                    lights: lights, width: rect.width - lights, scale: scale)
            }
        }
        let slot = rect.height / max(1, count)
        return choices.first { blocks in
            blocks.count == count && blocks.allSatisfy { $0.height <= slot }
        } ?? choices.last ?? []
    }

    private func block(
        _ project: Project, whose: String?, lines: Int, lights: Int, width: Int, scale: Int
    ) -> Block? {
        guard
            let title = KioskText(
                project.title.text(in: language), lines: lines > 2 ? 2 : 1, width: width,
                scale: scale, glyphs: glyphs)
        else { return nil }
        var left = lines - title.lines.count
        let about = project.summary.text(in: language)
        var summary: KioskText?
        if left > 3, layout.unit > 0, !about.isEmpty {
            summary = secondary(about, lines: 2, width: width, below: scale)
            left -= 2
        }
        let note = whose ?? next(of: project, width: width, lines: min(2, left))
        return Block(
            project: project, lights: lights, title: title, summary: summary,
            note: secondary(note, lines: min(2, left), width: width, below: scale))
    }

    private mutating func draw(_ block: Block, in rect: Rect) {
        drawLight(
            of: block.project, in: rect, width: block.lights,
            height: max(1, BlockLetters.height * block.title.scale))
        let text = rect.split(left: block.lights).rest
        var y = draw(block.title, x: text.x, y: text.y, in: rect, style(.strong))
        y += block.title.scale
        if let summary = block.summary {
            y = draw(summary, x: text.x, y: y + 1, in: rect, style(.dim)) + 1
        }
        y = draw(block.note, x: text.x, y: y, in: rect, style(.text))
        drawTime(of: block.project, in: text.split(top: y - text.y + 1).rest)
    }

    // MARK: Light

    /// The columns of the lights, with the gap after them; none in block letters where there is no light.
    private func lightWidth(of projects: [Project]) -> Int {
        guard layout.letterScale > 0 else { return 4 }
        let hasLight = projects.contains { $0.status != nil && $0.phase != .completed }
        return hasLight ? 14 * layout.letterScale : 0
    }

    /// A lamp with its letter beside it.
    private mutating func drawLight(
        of project: Project, in rect: Rect, width: Int, height: Int
    ) {
        let light = project.statusLight(language, glyphs)
        guard layout.letterScale > 0, project.phase != .completed,
            let letter = project.status?.letter(language)
        else {
            let mark = width > 0 ? light.text : ""
            write(mark, x: rect.x, y: rect.y + (height - 1) / 2, style(light.role))
            return
        }
        let scale = layout.letterScale
        let size = drawLetters(
            letter, x: rect.x + 7 * scale, y: rect.y, width: rect.width / 4, style(light.role))
        let lamp = Rect(
            x: rect.x, y: rect.y, width: 5 * scale, height: size?.height ?? 1)
        frame.fill(lamp, with: style(light.role), character: "█")
    }

    // MARK: Time

    /// What comes next and when; what is cut is never the time.
    private func next(of project: Project, width: Int, lines: Int) -> String {
        guard let milestone = project.nextMilestone(after: state.today) else {
            return Phrases.nothingPlanned(language)
        }
        let what = Phrases.next(language) + " " + milestone.title.text(in: language)
        guard let date = milestone.date else { return what }
        let when = ", " + formats.relative(date, today: state.today)
        let room = min(KioskLayout.measure, width) * lines - DisplayWidth.of(when) - (lines - 1) * 8
        return TextLayout.truncate(glyphs.text(what), to: room, ellipsis: glyphs.ellipsis) + when
    }

    /// From its start to its end, filled as far as time has gone.
    private mutating func drawTime(of project: Project, in rect: Rect) {
        guard let start = project.start?.earliest, rect.height > 1 else { return }
        let end = project.end?.latest ?? state.today
        let first = String(start.year)
        let last = project.end.map { String($0.year) } ?? Phrases.today(language)
        let x = rect.x + DisplayWidth.of(first) + 1
        let width = rect.maxX - x - DisplayWidth.of(last) - 1
        guard width >= 10, start < end else { return }
        let look: Role =
            project.status == nil || project.phase == .completed
            ? .projectsBar : project.statusLight(language, glyphs).role
        let bar = HorizontalBar.text(
            Double(state.today.daysSinceEpoch - start.daysSinceEpoch),
            of: Double(end.daysSinceEpoch - start.daysSinceEpoch), width: width, glyphs: glyphs)
        let rest = String(repeating: glyphs.shade, count: width)
        let y = rect.y
        write(first, x: rect.x, y: y, style(.chartLabel))
        write(rest, x: x, y: y, style(.projectsRest))
        write(String(bar.prefix { $0 != " " }), x: x, y: y, style(look))
        write(last, x: x + width + 1, y: y, style(.chartLabel))
    }
}

extension KioskContent.Projects {
    var isOwn: Bool { kind == .own }
}
