import { snapshotFiles } from './node-python';

await snapshotFiles();
