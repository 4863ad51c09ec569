#pragma once

class QLabel;

namespace atlas {

/// Makes a label a heading: so many times as large as other text, and bolder.
void makeTitle(QLabel &label, double factor);

} // namespace atlas
