#pragma once

#include "app/shell/main_window.h"
#include "app/state/app_theme.h"
#include "tests/app/changes.h"

#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace atlas::test {

/// A window with its data on screen.
class Stage
{
public:
    explicit Stage(QSize size, const DataSources &sources = builtInSources()) : m_window(sources)
    {
        QSignalSpy loaded(&m_window.model().document, &Document::changed);
        m_window.resize(size);
        m_window.show();
        if (!m_window.model().document.now().dataset() && !loaded.wait(10000))
            qFatal("the data were not loaded");
    }
    MainWindow &window() { return m_window; }
    AtlasModel &model() { return m_window.model(); }

    void select(const QStringList &names)
    {
        std::vector<AreaCode> codes;
        AreaCode last;
        for (const Area &area : model().document.now().dataset()->areas)
            if (names.contains(area.name)) {
                codes.push_back(area.code);
                if (area.name == names.back())
                    last = area.code;
            }
        model().selection.select(codes, last);
    }
    void switchOff(const QStringList &codes)
    {
        IndexSettings settings;
        for (const QString &code : codes)
            settings.excluded.insert(code);
        setIndexSettings(model().document, settings);
    }
    void show(const QString &code) { setShown(model().document, code); }
    void label(Labels labels)
    {
        Looks looks = model().document.now().looks();
        looks.labels = labels;
        model().document.setLooks(looks);
    }
    /// Where the area panel says what rounding and draws leave open.
    void scrollPanelToEnd()
    {
        QTest::qWait(50); // it follows a moment later
        const auto *words = m_window.findChild<QWidget *>(QStringLiteral("areaMeaning"));
        for (QWidget *around = words->parentWidget(); around; around = around->parentWidget())
            if (const auto *scroller = qobject_cast<QScrollArea *>(around))
                scroller->verticalScrollBar()->setValue(scroller->verticalScrollBar()->maximum());
    }
    void useTheme(Theme theme) { applyTheme(theme); }

private:
    MainWindow m_window;
};

inline void save(QWidget &widget, const QString &folder, const QString &name)
{
    QTest::qWait(300); // previews are drawn and docks opened a little after the last change
    const QString path = QDir(folder).filePath(name + QStringLiteral(".png"));
    if (!widget.grab().save(path))
        qFatal("%s could not be written", qPrintable(path));
}

inline constexpr QSize usual(1366, 768);
inline constexpr QSize large(1920, 1080);

// The parts of the pictures that are drawn in files of their own.
void takePagePictures(
    const QString &folder); ///< questions in the middle of the window, the inspector, the tour
void takeStartPictures(const QString &folder); ///< the start page
void takeTablePictures(const QString &folder); ///< colours, bars and filters
void takeHelpPictures(const QString &folder);
void takeAssistantPagePictures(const QString &folder); ///< matching areas, describing indicators
void takeAssistantPictures(const QString &folder);     ///< the pages for files that are opened

} // namespace atlas::test
