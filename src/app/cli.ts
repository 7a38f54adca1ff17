const [command, ...rest] = process.argv.slice(2);
console.log(`kept: no command «${command ?? ''}» yet`, rest);
