// @ts-check
// How numbers and times are written on this page: as the server writes them. Browsers differ over which digits Arabic has.
const language = document.documentElement.lang;
export const locale = language === 'ar' ? 'ar-u-nu-arab' : language;
