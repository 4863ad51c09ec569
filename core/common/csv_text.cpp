#include "core/common/csv_text.h"

#include "core/common/files.h"
#include "core/common/gdal_session.h"
#include "core/common/text.h"

#include <cpl_conv.h>
#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

namespace atlas {

namespace {

/// Which of the two UTF-16 it is that has no mark: figures and separators have a zero byte each, always on
/// the same side.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray &bytes)
{
    constexpr qsizetype largest = 1 << 16;
    constexpr qsizetype oneIn = 3;
    const qsizetype pairs = std::min(bytes.size(), largest) / 2;
    qsizetype first = 0, second = 0; // zero bytes of pairs
    for (qsizetype i = 0; i < pairs; ++i) {
        first += bytes[2 * i] == '\0' ? 1 : 0;
        second += bytes[2 * i + 1] == '\0' ? 1 : 0;
    }
    if (bytes.size() % 2 != 0 || (first > 0) == (second > 0) || (first + second) * oneIn < pairs)
        return {};
    return first > 0 ? QStringConverter::Utf16BE : QStringConverter::Utf16LE;
}

QByteArray fromWindows1252(const QByteArray &bytes)
{
    const std::unique_ptr<char, decltype(&CPLFree)> recoded(
        CPLRecode(bytes.constData(), "CP1252", CPL_ENC_UTF8), &CPLFree);
    return {recoded.get()};
}

void decode(CsvText &text, const QByteArray &bytes, const QString &file)
{
    auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = unmarkedUtf16(bytes);
    if (encoding && *encoding != QStringConverter::Utf8) {
        text.encoding = QString::fromLatin1(QStringConverter::nameForEncoding(*encoding)).first(6);
        text.utf8 = QString(QStringDecoder(*encoding)(bytes)).toUtf8();
        return;
    }
    constexpr const char *mark = "\xEF\xBB\xBF";
    text.encoding = QStringLiteral("UTF-8");
    text.utf8 = bytes.startsWith(mark) ? bytes.mid(3) : bytes;
    if (text.utf8.isValidUtf8() || text.utf8.contains('\0'))
        return;
    text.encoding = QStringLiteral("Windows-1252");
    text.utf8 = fromWindows1252(bytes);
    text.issues.push_back({Severity::Note,
                           Text::tr("The text is not UTF-8 and was read as Windows-1252. "
                                    "If accents look wrong, save the file as \"CSV UTF-8\"."),
                           file});
}

/// Takes away a first line "sep=;", which some spreadsheets write and none shows.
bool takeSeparatorLine(CsvText &text)
{
    constexpr qsizetype length = 5;
    if (text.utf8.size() < length || text.utf8.first(length - 1).toLower() != "sep=")
        return false;
    const char separator = text.utf8[length - 1];
    const QByteArray end = text.utf8.mid(length, 2);
    if (!QByteArray(",;\t").contains(separator) || !(end.isEmpty() || end[0] == '\r' || end[0] == '\n'))
        return false;
    text.separator = separator;
    text.utf8.remove(0, length + (end == "\r\n" ? 2 : std::min<qsizetype>(end.size(), 1)));
    return true;
}

/// How alike the rows at the beginning of a text are when it is divided in one way.
struct Division
{
    int alike = 0; ///< rows with as many cells as most rows of two cells or more
    int cells = 0;

    bool operator<(const Division &other) const
    {
        return std::tie(alike, cells) < std::tie(other.alike, other.cells);
    }
};

Division divisionOf(const QByteArray &beginning, char separator)
{
    std::map<int, int> rowsByCells;
    for (CsvRows rows(beginning, separator); rows.next();)
        ++rowsByCells[rows.cellCount()];
    Division division;
    for (const auto &[cells, rows] : rowsByCells)
        if (cells >= 2)
            division = std::max(division, {rows, cells});
    return division;
}

/// What divides most rows into equally many cells. Titles and notes have any number of each, and decimal
/// commas are in figures but not in the header.
char separatorOf(const QByteArray &utf8)
{
    constexpr qsizetype enough = 1 << 16;
    QByteArray beginning = utf8.first(std::min(utf8.size(), enough));
    if (beginning.size() < utf8.size()) // not half a row
        beginning.truncate(std::max(beginning.lastIndexOf('\n'), beginning.lastIndexOf('\r')) + 1);
    if (beginning.isEmpty())
        beginning = utf8.first(std::min(utf8.size(), enough));
    char separator = ',';
    Division best;
    for (const char candidate : {'\t', ';', ','})
        if (const Division division = divisionOf(beginning, candidate); best < division) {
            best = division;
            separator = candidate;
        }
    return separator;
}

} // namespace

Result<CsvText> readCsvText(const QByteArray &bytes, const QString &path, const QString &what)
{
    const GdalMessages messages;
    CsvText text;
    decode(text, bytes, fileNameOf(path));
    if (text.utf8.contains('\0'))
        return Error{Text::tr("%1 %2 is not a text table. Save it as CSV and open that.").arg(what, path),
                     messages.text()};
    if (text.utf8.count('"') % 2 != 0)
        return Error{
            Text::tr("%1 %2 has a quotation mark that is never closed. Close it, or write two for one "
                     "that belongs to the text.")
                .arg(what, path),
            {}};
    if (!takeSeparatorLine(text))
        text.separator = separatorOf(text.utf8);
    return text;
}

QString separatorText(char separator)
{
    switch (separator) {
    case ';':
        return Text::tr("semicolons between cells");
    case '\t':
        return Text::tr("tabs between cells");
    default:
        return Text::tr("commas between cells");
    }
}

/// What GDAL makes of the text.
struct CsvRows::Tokens
{
    Tokens(const QByteArray &utf8, char between)
        : memory(QStringLiteral("table.csv"), utf8), file(nullptr, &VSIFCloseL),
          size(utf8.size()), separator{between, '\0'}
    {}

    GdalMemoryFile memory;
    std::unique_ptr<VSILFILE, decltype(&VSIFCloseL)> file;
    qsizetype size;
    std::array<char, 2> separator;
    CPLStringList cells = {};
};

CsvRows::CsvRows(const QByteArray &utf8, char separator)
    : m_decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless)
{
    m_tokens = std::make_unique<Tokens>(utf8, separator);
    m_tokens->file.reset(VSIFOpenL(m_tokens->memory.path().toUtf8().constData(), "rb"));
}

CsvRows::~CsvRows() = default;

bool CsvRows::next()
{
    char **cells = m_tokens->file ? CSVReadParseLine3L(m_tokens->file.get(), 0, m_tokens->separator.data(),
                                                       true, false, false, false)
                                  : nullptr;
    m_tokens->cells.Assign(cells);
    m_cellCount = m_tokens->cells.size();
    return cells;
}

QStringView CsvRows::cell(int column)
{
    const QByteArrayView utf8(m_tokens->cells[column]);
    if (m_text.size() < utf8.size())
        m_text.resize(utf8.size()); // never more units than bytes
    const QChar *end = m_decoder.appendToBuffer(m_text.data(), utf8);
    return {m_text.constData(), end};
}

double CsvRows::fraction() const
{
    if (!m_tokens->file || m_tokens->size == 0)
        return 1;
    return static_cast<double>(VSIFTellL(m_tokens->file.get())) / static_cast<double>(m_tokens->size);
}

} // namespace atlas
