import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Front {
  readonly folder: string;
  /** Where Plenary listens. */
  readonly service: number;
  /** Where nginx answers for it, and where it serves `static/` of the folder. */
  readonly port: number;
  readonly files: number;
  /** Where it listens without TLS, if it does. */
  readonly plain?: number;
}

/** `deploy/nginx.conf` as it is, but for names, ports, folders and TLS, which is no part of what is compared. */
const site = ({ folder, service, port, plain }: Front): string =>
  readFileSync("deploy/nginx.conf", "utf8")
    .replace(plain === undefined ? /server \{\s+listen 80;.*?\n\}\n/s : "listen 80", plain === undefined ? "" : `listen 127.0.0.1:${plain}`)
    .replaceAll(/^ *(?:ssl_|listen \[::\]).*\n/gm, "")
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${port}`)
    .replace("127.0.0.1:8787", `127.0.0.1:${service}`)
    .replaceAll("/var/log/nginx", folder)
    .replace("/var/lib/nginx", folder);

const configuration = (front: Front): string => `
daemon off;
user root;
worker_processes 1;
pid ${front.folder}/nginx.pid;
error_log ${front.folder}/nginx-error.log emerg;
worker_rlimit_nofile 65536;
events { worker_connections 32768; }
http {
  types { text/calendar ics; }
  sendfile on;
  keepalive_requests 1000000;
  include ${front.folder}/site.conf;
  server {
    listen 127.0.0.1:${front.files};
    root ${front.folder}/static;
    open_file_cache max=10;
    access_log ${front.folder}/static.log plenary buffer=64k flush=1s;
  }
}
`;

/** One nginx of one process: in front of Plenary as an operator has it, and with the same bytes as a file. */
export const startNginx = (front: Front, file: string, bytes: Uint8Array): ChildProcess => {
  mkdirSync(join(front.folder, "static"), { recursive: true });
  writeFileSync(join(front.folder, "static", file), bytes);
  writeFileSync(join(front.folder, "site.conf"), site(front));
  writeFileSync(join(front.folder, "nginx.conf"), configuration(front));
  return spawn("nginx", ["-e", `${front.folder}/nginx-error.log`, "-c", `${front.folder}/nginx.conf`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
};
