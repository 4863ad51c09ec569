#pragma once

#include "core/index/index_settings.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QButtonGroup;
class QGridLayout;
class QLabel;

namespace atlas {

class HintLabel;

/// A choice among several options, one under the other, each with what it would change beside it.
class OptionList : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name; `title` stands above the options.
    OptionList(const char *name, const QString &title, QWidget *parent = nullptr);

    void addOption(int value, const QString &text);
    std::vector<int> values() const;
    int chosen() const;
    /// Says nothing of a change.
    void choose(int value);
    void setTitle(const QString &title);

    struct Effect
    {
        QString text;
        QString more = {}; ///< for the tool tip; empty if the text says it all
        bool isProblem = false;
    };
    void showEffect(int value, const Effect &effect);
    QString effect(int value) const;

    /// Puts an option into settings, as if it were chosen. None if it does not belong to these.
    std::function<void(IndexSettings &settings, int value)> apply = {};

signals:
    void chosenByUser();

private:
    QButtonGroup *m_buttons;
    QGridLayout *m_grid;
    QLabel *m_title;
    std::vector<HintLabel *> m_effects; ///< one for each option
};

} // namespace atlas
