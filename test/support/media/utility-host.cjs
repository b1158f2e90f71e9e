// A main process that does nothing but start a utility process, put questions to it through a port, and print what it says.
const { app, MessageChannelMain, utilityProcess } = require('electron');

const [script, questions] = process.argv.slice(-2);

app.whenReady().then(() => {
  const child = utilityProcess.fork(script, [], { stdio: 'inherit' });
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => console.log(`REPORT ${JSON.stringify(data)}`));
  port1.start();
  child.postMessage('page', [port2]);
  for (const question of JSON.parse(questions)) port1.postMessage(question);
});
