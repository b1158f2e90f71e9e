import { documentIn } from './execute/document-in';
import { judgeObject, phoneError } from './execute/phone-response';
import { credentialsIn, isFromHere } from './http/guard';
import type { WebRequest } from './http/read-request';
import { refusal, type WebAnswer } from './http/write-answer';
import { findPage } from './pages/find-page';
import type { PhoneWebPorts } from './web-phone';

const XML = 'text/xml; charset=iso-8859-1';
const EXECUTE = '/CGI/Execute';

/** What the phone with that name answers. Its pages are for everybody on this computer, what is done with it is not. */
export async function answerRequest(request: WebRequest, device: string, ports: PhoneWebPorts): Promise<WebAnswer> {
  if (!isFromHere(request.headers)) return refusal(403, 'Only programs on this computer may ask this phone.');
  const phone = ports.phone(device);
  if (!phone) return refusal(404, 'This phone is not there any more.');
  if (request.path === EXECUTE && request.method === 'POST') return execute(request, device, ports);
  const page = request.method === 'POST' ? null : findPage(request.path, request.query, phone);
  return page ? { status: 200, ...page } : refusal(404, 'There is no such page.');
}

async function execute(request: WebRequest, device: string, ports: PhoneWebPorts): Promise<WebAnswer> {
  const credentials = credentialsIn(request.headers);
  if (!credentials)
    return { ...refusal(401, 'A password is needed.'), headers: { 'WWW-Authenticate': 'Basic realm="user"' } };
  // Tools look at the body, and give up where the status is not 200.
  if (!(await ports.isAllowed(credentials, device))) return { status: 200, type: XML, body: phoneError(4) };
  const { xml } = documentIn(request.body);
  const verdict = judgeObject(xml);
  if (verdict.kind === 'taken') ports.deliver(device, xml);
  else ports.trace(`${device}: an object that was posted cannot be read: ${verdict.cause}`);
  return { status: 200, type: XML, body: verdict.answer };
}
