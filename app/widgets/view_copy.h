#pragma once

#include "core/render/table_sheet.h"

class QTableView;

namespace atlas {

enum class ViewRows { All, Selected };

/// A view of texts as a sheet, with its columns in sight as they stand and its accessible name as title.
/// Selected: the rows and columns in which something is selected, with the first column to say what they are;
/// all where nothing is. What reads as a number is one.
TableSheet sheetOf(const QTableView &view, ViewRows rows);

/// Lets a view be copied, see Copying.
void makeCopyable(QTableView &view);

} // namespace atlas
