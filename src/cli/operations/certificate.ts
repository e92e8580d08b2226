import { connect } from "node:tls";

/** Milliseconds of the epoch until which the certificate of a host is good. Throws where there is none that is trusted. */
export const readCertificateEnd = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, timeout: 10_000 });
    socket.once("secureConnect", () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to));
      socket.end();
    });
    socket.once("timeout", () => socket.destroy(new Error("no answer within ten seconds")));
    socket.once("error", reject);
  });
