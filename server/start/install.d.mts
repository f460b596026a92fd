export function staleReason(root: string): string | null;
export function findNode(root: string): string | null;
export function explainFailure(stderr: string, registry: string): string;
export function installDependencies(root: string, reason: string): Promise<void>;
