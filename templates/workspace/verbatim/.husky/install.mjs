// Hooks are for people: a build server and a container have no use for them, and perhaps not even husky.
if (process.env.CI !== 'true' && process.env.NODE_ENV !== 'production') {
  const { default: husky } = await import('husky');
  const problem = husky();
  if (problem) {
    console.log(`no hooks: ${problem}`);
  }
}
