/** The interpreter itself came to grief, as CPython does at a segmentation fault. The message says what and where. */
export class InterpreterCrash extends Error {}
