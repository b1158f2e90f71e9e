export function bundle(root: string, file: string, out: string): Promise<string>;
