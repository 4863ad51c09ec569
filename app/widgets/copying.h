#pragma once

#include "app/widgets/copied_data.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace atlas {

/// A form that can be asked for, in words: of menus.
struct CopyWords
{
    CopyAs as;
    QString name; ///< stable
    QString text; ///< with its mnemonic
    QString tip;
};

/// The forms of "Copy as", in order.
std::vector<CopyWords> copyAsWords();

/// Lets a widget be copied: with the keys for copying while it has the focus, and from its context menu,
/// which gets "Copy" and "Copy as". The data of these actions is the name of what they do. Owned by the
/// widget.
class Copying : public QObject
{
    Q_OBJECT

public:
    using Make = std::function<Result<Copyable>()>;

    /// `make` is called whenever something is copied. It may fail with what stands in the way.
    Copying(QWidget &widget, Make make);

    /// Adds another thing to copy, in its usual form, to the context menu.
    void offer(const QString &name, const QString &text, const QString &tip, const Make &make);

    /// That of the widget, or of the nearest one around it; null where there is none.
    static Copying *of(QWidget *widget);

    void copy(CopyAs as = CopyAs::Usual);

signals:
    void said(const QString &message); ///< what was copied, or why nothing was; shown beside the widget if
                                       ///< nobody listens

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copy(const Make &make, CopyAs as);
    void say(const QString &message);
    QAction *addAction(const QString &name, const QString &text, const QString &tip,
                       const std::function<void()> &run);

    QWidget &m_widget;
    Make m_make;
    QAction *m_end; ///< separates its actions from others of the widget
};

} // namespace atlas
