/** What the seed needs of the server's kernel. Handed in, because db imports no server code. */
export type SeedKernel = {
  /** Authenticated encryption under the installation's key. */
  seal: (plain: string) => string;
  /** Keyed hash by which a value is found again; kinds used here: 'phone', 'his-token', 'his-notice'. */
  hash: (kind: string, value: string) => string;
  /** Resident id of an ID number. */
  residentId: (idNumber: string) => string;
  maskIdNumber: (idNumber: string) => string;
  maskPhone: (phone: string) => string;
  hashPassword: (password: string) => Promise<string>;
};
