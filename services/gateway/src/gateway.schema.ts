/** The gateway's tables live here; no other service reads them. */
export const gatewaySchema = 'gateway';
