/** For everything but uploads, which have a limit of their own; a pasted table fits. In bytes. */
export const BODY_LIMIT = 5 * 1024 * 1024
