import { DemoJudge } from './demo-judge.js';

// A process of its own: inside the test runner's sandbox the same work takes four times as long.
const [endsAt, ...seeds] = process.argv.slice(2).map(Number);
const judge = new DemoJudge(endsAt!, seeds);
const days = seeds.map((seed) => judge.judge(seed));
process.stdout.write(JSON.stringify({ quietAlarms: judge.quietAlarms, days }));
