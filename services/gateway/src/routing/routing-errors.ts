import type { RoutedServiceName } from '@kentongan/contracts';
import { HttpException, HttpStatus } from '@nestjs/common';

const errorOf = (
  status: HttpStatus,
  code: string,
  service: RoutedServiceName,
  message: { readonly id: string; readonly en: string },
) => new HttpException({ error: { code, service, message } }, status);

/** No process of the service takes the request: nothing was done. */
export const serviceUnavailable = (service: RoutedServiceName) =>
  errorOf(HttpStatus.SERVICE_UNAVAILABLE, 'serviceUnavailable', service, {
    id: `Layanan ${service} sedang tidak menjawab. Coba lagi sebentar lagi; bila terulang, beri tahu operator.`,
    en: `The service ${service} does not answer. Try again in a moment; if it happens again, tell the operator.`,
  });

/** The service took the request and broke off: whether it was done is not known. */
export const serviceBrokeOff = (service: RoutedServiceName) =>
  errorOf(HttpStatus.BAD_GATEWAY, 'serviceBrokeOff', service, {
    id: `Layanan ${service} terputus saat menjawab. Periksa dulu apakah permintaan Anda sudah diproses, lalu coba lagi.`,
    en: `The service ${service} broke off while it answered. See whether your request was carried out, then try again.`,
  });

/** The service took the request and said nothing for too long. */
export const serviceTooSlow = (service: RoutedServiceName) =>
  errorOf(HttpStatus.GATEWAY_TIMEOUT, 'serviceTooSlow', service, {
    id: `Layanan ${service} terlalu lama menjawab. Periksa dulu apakah permintaan Anda sudah diproses, lalu coba lagi.`,
    en: `The service ${service} took too long to answer. See whether your request was carried out, then try again.`,
  });
