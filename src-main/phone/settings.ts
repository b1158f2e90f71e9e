export { type PhoneSettings, USUAL_SETTINGS } from '../contract/phone-settings';
