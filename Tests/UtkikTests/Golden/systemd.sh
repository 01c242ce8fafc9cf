#!/bin/sh
# Has systemd run utkik sync every fifteen minutes, for you as a user.
# Read it, then run: utkik doctor --systemd | sh
# See how it goes: journalctl --user -u utkik-sync
# Take it away: systemctl --user disable --now utkik-sync.timer
# To have it run while you are not logged in: loginctl enable-linger
set -e
mkdir -p '/home/eva/.config/systemd/user' '/home/eva/My data/100%/utkik'
cat > '/home/eva/.config/systemd/user/utkik-sync.service' <<'UNIT'
[Unit]
Description=Utkik: bring in what is new at the sources

[Service]
Type=oneshot
ExecStart=/usr/libexec/utkik/utkik-ingest sync --database "/home/eva/My data/100%%/utkik/content.sqlite" --config /etc/$$x/utkik.toml
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
ReadWritePaths="/home/eva/My data/100%%/utkik"
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
UNIT
cat > '/home/eva/.config/systemd/user/utkik-sync.timer' <<'UNIT'
[Unit]
Description=Utkik: bring in what is new every quarter of an hour

[Timer]
OnCalendar=*:0/15
RandomizedDelaySec=2min
Persistent=true

[Install]
WantedBy=timers.target
UNIT
systemctl --user daemon-reload
systemctl --user enable --now utkik-sync.timer
systemctl --user list-timers utkik-sync.timer
