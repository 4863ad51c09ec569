#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringView>

#include <memory>

namespace atlas {

/// The text of a CSV file, and how it is divided.
struct CsvText
{
    QByteArray utf8;      ///< without a byte order mark and without a first line "sep=;"
    char separator = ','; ///< comma, semicolon or tab
    QString encoding;     ///< as a person calls it: "UTF-8", "UTF-16", "Windows-1252"
    Issues issues;        ///< assumptions made in reading it
};

/// The text of bytes in UTF-8, UTF-16 (with a byte order mark, or plain from its zero bytes) or, when it is
/// neither, Windows-1252. `path` is where the bytes come from and `what` names the file's role in messages.
/// Fails when they are no text, or when a quotation mark is never closed.
Result<CsvText> readCsvText(const QByteArray &bytes, const QString &path, const QString &what);

/// "commas between cells".
QString separatorText(char separator);

/// Reads CSV row by row. Line breaks may stand in quotation marks; a blank line is a row without cells.
class CsvRows
{
public:
    /// Keep `utf8` alive.
    CsvRows(const QByteArray &utf8, char separator);
    ~CsvRows();
    CsvRows(const CsvRows &) = delete;
    CsvRows &operator=(const CsvRows &) = delete;

    /// Goes to the next row, at first to the first; false when there is none.
    bool next();
    int cellCount() const { return m_cellCount; }
    /// Of the current row, as typed; valid until the next call of cell() or next().
    QStringView cell(int column);
    /// How much of the text has been read, 0 to 1.
    double fraction() const;

private:
    struct Tokens;

    std::unique_ptr<Tokens> m_tokens;
    int m_cellCount = 0;
    QStringDecoder m_decoder;
    QString m_text;
};

} // namespace atlas
