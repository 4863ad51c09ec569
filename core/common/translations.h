#pragma once

class QLocale;

namespace atlas {

/// Loads the texts for this locale into the running application; English plurals where there is no other
/// translation. Call once, after the application object is made.
void installTranslations(const QLocale &locale);

} // namespace atlas
