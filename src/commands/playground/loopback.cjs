// Preloaded into the Agents Playground: it listens on every interface and has no setting for that.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function onLoopback(port, ...rest) {
  const takesPort = typeof port === 'number' || typeof port === 'string';
  if (!takesPort) return listen.call(this, { ...port, host: '127.0.0.1' }, ...rest);
  const callback = rest.find((argument) => typeof argument === 'function');
  return listen.call(this, { port: Number(port), host: '127.0.0.1' }, callback);
};
