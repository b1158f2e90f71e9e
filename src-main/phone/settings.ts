export { type HandsFree, type PhoneSettings, USUAL_SETTINGS } from '../contract/phone-settings';
