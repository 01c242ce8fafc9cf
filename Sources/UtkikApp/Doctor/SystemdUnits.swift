import ClimateModel
import Foundation

/// A systemd service and timer that sync in the background, for this installation and this user.
struct SystemdUnits {
    /// The path of the program that writes.
    var program: String
    /// The path of the content database.
    var database: String
    /// The path of the config, where it is not found without being named.
    var config: String?
    /// Where the user's units are.
    var folder: String

    /// A shell script that writes both units and starts the timer, to be read and to be run.
    func script(_ language: Language) -> String {
        let timer = Self.name + ".timer"
        return """
            #!/bin/sh
            \(comment(.systemdHeading, language))
            \(comment(.systemdInstall, language))
            \(comment(.systemdLinger, language))
            set -e
            mkdir -p \(folder.inApostrophes) \(dataFolder.inApostrophes)
            cat > \((folder + "/" + Self.name + ".service").inApostrophes) <<'UNIT'
            \(service)
            UNIT
            cat > \((folder + "/" + timer).inApostrophes) <<'UNIT'
            \(self.timer)
            UNIT
            systemctl --user daemon-reload
            systemctl --user enable --now \(timer)
            systemctl --user list-timers \(timer)

            """
    }

    private static let name = "utkik-sync"

    /// Runs once and ends; whatever a source does, it can write nothing but the database (systemd.exec(5)).
    ///
    /// It has room for the writer and four workers at their limit. That another sync is under way is no failure.
    var service: String {
        var words = [program, "sync", "--database", database]
        if let config { words += ["--config", config] }
        return """
            [Unit]
            Description=Utkik: bring in what is new at the sources

            [Service]
            Type=oneshot
            ExecStart=\(words.map(Self.argument).joined(separator: " "))
            SuccessExitStatus=75
            TimeoutStartSec=20min
            PassEnvironment=http_proxy https_proxy all_proxy no_proxy
            Nice=10
            MemoryMax=640M
            TasksMax=64
            NoNewPrivileges=yes
            PrivateUsers=yes
            PrivateTmp=yes
            PrivateDevices=yes
            ProtectSystem=strict
            ProtectHome=read-only
            ReadWritePaths=\(Self.path(dataFolder))
            ProtectKernelTunables=yes
            ProtectKernelModules=yes
            ProtectControlGroups=yes
            RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
            RestrictNamespaces=yes
            RestrictRealtime=yes
            RestrictSUIDSGID=yes
            LockPersonality=yes
            MemoryDenyWriteExecute=yes
            SystemCallArchitectures=native
            SystemCallFilter=@system-service
            """
    }

    /// Every quarter of an hour, when sources that are due are read, and soon after the machine was off.
    var timer: String {
        """
        [Unit]
        Description=Utkik: bring in what is new every quarter of an hour

        [Timer]
        OnCalendar=*:0/15
        RandomizedDelaySec=2min
        Persistent=true

        [Install]
        WantedBy=timers.target
        """
    }

    private var dataFolder: String { (database as NSString).deletingLastPathComponent }

    private func comment(_ phrase: Phrase, _ language: Language) -> String {
        phrase(language).split(separator: "\n").map { "# " + $0 }.joined(separator: "\n")
    }

    /// An argument of `ExecStart` (systemd.service(5), "Command lines").
    static func argument(_ text: String) -> String {
        path(text.replacing("$", with: "$$"))
    }

    /// A path in a list of them (systemd.unit(5), "Specifiers"; systemd.syntax(7), "Quoting").
    static func path(_ text: String) -> String {
        let escaped = text.replacing("%", with: "%%")
        let plain = escaped.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "/._-+@:,=%$".unicodeScalars.contains(scalar)
        }
        if plain { return escaped }
        let quoted = escaped.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + quoted + "\""
    }
}

extension Phrase {
    fileprivate static let systemdHeading = Phrase(
        sv: "Låter systemd köra utkik sync var femtonde minut, för dig som användare.",
        en: "Has systemd run utkik sync every fifteen minutes, for you as a user.")
    fileprivate static let systemdInstall = Phrase(
        sv: """
            Läs igenom, och kör sedan: utkik doctor --systemd | sh
            Se hur det går: journalctl --user -u utkik-sync
            Ta bort: systemctl --user disable --now utkik-sync.timer
            """,
        en: """
            Read it, then run: utkik doctor --systemd | sh
            See how it goes: journalctl --user -u utkik-sync
            Take it away: systemctl --user disable --now utkik-sync.timer
            """)
    fileprivate static let systemdLinger = Phrase(
        sv: "Ska det gå även när du inte är inloggad: loginctl enable-linger",
        en: "To have it run while you are not logged in: loginctl enable-linger")
}
