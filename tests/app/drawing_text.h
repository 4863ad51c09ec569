#pragma once

#include "core/common/plain_text.h"
#include "core/common/result.h"

#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace atlas::test {

/// What an SVG drawing says, and what it is made of.
struct Drawing
{
    QString title;
    QString words;
    QString error;
    QSet<QString> elements;
};

inline Drawing readSvg(const QByteArray &bytes)
{
    Drawing drawing;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            drawing.words += xml.text();
        if (!xml.isStartElement())
            continue;
        drawing.elements.insert(xml.name().toString());
        if (xml.name() == QLatin1String("title"))
            drawing.title = xml.readElementText();
    }
    drawing.error = xml.errorString();
    return drawing;
}

/// A drawing with this title and without any element that a name may have brought in.
inline void verifyDrawing(const Result<QByteArray> &svg, const QString &title)
{
    QVERIFY(svg);
    const Drawing drawing = readSvg(*svg);
    QCOMPARE(drawing.error, QString());
    QCOMPARE(drawing.title, plainLine(title));
    QVERIFY(drawing.elements.contains("text"));
    for (const QString element : {"script", "img", "b", "i", "u", "a", "foreignObject"})
        QVERIFY2(!drawing.elements.contains(element), qPrintable(element));
}

} // namespace atlas::test
