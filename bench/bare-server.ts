import { createServer } from 'node:http';

/** What Node's HTTP server does by itself: reads a body and answers with a constant. Prints the port it listens on. */
const answer = JSON.stringify({ error: { message: 'full', data: 'x'.repeat(400) } });
const headers = { 'content-type': 'application/json', 'content-length': String(answer.length) };
const server = createServer((req, res) => {
  req.on('data', () => {}).on('end', () => res.writeHead(422, headers).end(answer));
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
process.on('disconnect', () => process.exit(0));
