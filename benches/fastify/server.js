// `node server.js FOLDER --seed` makes the database, `node server.js FOLDER` serves it on a free port and prints where.

import fastify from 'fastify';
import { open, seed, tokenHash } from './database.js';
import { decider } from './decide.js';

const [folder, option] = process.argv.slice(2);
if (option === '--seed') {
  seed(folder);
  process.exit(0);
}

const db = open(folder);
const decide = decider(db);
const panels = new Map(
  db.prepare('SELECT p.*, s.grace_ms, s.open_ms FROM panels p JOIN sites s ON s.id = p.site_id').all()
    .map((panel) => [panel.token_hash.toString('hex'), panel]),
);

const text = (maxLength) => ({ type: 'string', minLength: 1, maxLength });
const schema = {
  params: { type: 'object', properties: { token: text(64) } },
  body: {
    type: 'object',
    required: ['type', 'value'],
    properties: {
      type: { enum: ['qr'] }, value: text(256), door: { type: 'integer' }, event_id: text(64),
    },
  },
  response: {
    200: {
      type: 'object',
      properties: {
        decision: { type: 'string' }, reason: { type: 'string' }, lock: { type: 'integer' },
        open_ms: { type: 'integer' }, decision_id: { type: 'string' }, display: { type: 'string' },
      },
    },
  },
};

const app = fastify({ logger: false });

app.post('/v1/panels/:token/validate', { schema }, (request, reply) => {
  const panel = panels.get(tokenHash(request.params.token).toString('hex'));
  if (!panel) return reply.code(404).send();
  const { value, event_id: eventId = null } = request.body;
  const { id, decision, reason } = decide(panel, value, eventId, Date.now());
  const granted = decision === 'granted';
  reply.send({
    decision,
    reason,
    lock: panel.lock,
    open_ms: granted ? panel.open_ms : 0,
    decision_id: id,
    display: granted ? 'Welcome' : 'No entry',
  });
});

await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`http://127.0.0.1:${app.server.address().port}`);
