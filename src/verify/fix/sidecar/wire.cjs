'use strict';
// Answers questions that come as JSON, one a line, in their order. An answer is one line of ASCII, cut into pieces that
// no reader of lines cuts again: `+` and a piece while more follows, `=` and the last one.
const PIECE = 32_000;
const stdout = process.stdout.write.bind(process.stdout);
// What a tool or a configuration prints must not stand between answers.
process.stdout.write = process.stderr.write.bind(process.stderr);

function send(answer) {
  const text = JSON.stringify(answer).replace(
    /[\u007f-\uffff]/g,
    (letter) => '\\u' + letter.charCodeAt(0).toString(16).padStart(4, '0'),
  );
  for (let at = 0; at < text.length; at += PIECE) {
    stdout((at + PIECE < text.length ? '+' : '=') + text.slice(at, at + PIECE) + '\n');
  }
}

function serve(handlers) {
  const lines = require('node:readline').createInterface({ input: process.stdin, crlfDelay: Infinity });
  let queue = Promise.resolve();
  lines.on('line', (line) => {
    queue = queue.then(async () => {
      try {
        const { op, ...question } = JSON.parse(line);
        send({ ok: await handlers[op](question) });
      } catch (error) {
        send({ error: String((error && error.stack) || error) });
      }
    });
  });
  // What is written last has to be read, too.
  lines.on('close', () => queue.then(() => stdout('', () => process.exit(0))));
}
