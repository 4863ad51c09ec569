#pragma once

#include "app/method/option_list.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <QComboBox>
#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

namespace atlas {

/// One page of the method dialog: some of the choices of an IndexSettings. Options are on the page; numbers
/// that can be typed are apart, for a page of all numbers.
class MethodPage : public QWidget
{
    Q_OBJECT

public:
    explicit MethodPage(std::shared_ptr<const Dataset> dataset) : m_dataset(std::move(dataset)) {}

    /// Shows the choices; says nothing of a change.
    virtual void read(const IndexSettings &settings) = 0;
    /// Puts the choices on show into the settings.
    virtual void write(IndexSettings &settings) const = 0;
    /// Shows what the choices lead to.
    virtual void showResult(const IndexSettings &settings, const IndexResult &result) = 0;

    /// The lists of options on the page.
    std::vector<OptionList *> lists() const
    {
        const QList<OptionList *> found = findChildren<OptionList *>();
        return {found.begin(), found.end()};
    }
    /// The numbers that belong to these options; null if there are none. Whoever shows them owns them.
    virtual QWidget *numbers() const { return nullptr; }

signals:
    void changed();      ///< by the user
    void numbersAsked(); ///< somebody wants to see or type numbers()

protected:
    const Dataset &dataset() const { return *m_dataset; }

private:
    std::shared_ptr<const Dataset> m_dataset;
};

/// A list of options by their names.
template <typename Choice>
OptionList *newOptionList(const char *name, const QString &title,
                          const std::vector<std::pair<QString, Choice>> &choices)
{
    auto *list = new OptionList(name, title);
    for (const auto &[text, choice] : choices)
        list->addOption(static_cast<int>(choice), text);
    return list;
}

template <typename Choice>
Choice chosenIn(const OptionList &list)
{
    return static_cast<Choice>(list.chosen());
}

template <typename Choice>
void chooseIn(OptionList &list, Choice choice)
{
    list.choose(static_cast<int>(choice));
}

/// A box to choose one of several values from, by their names.
template <typename Choice>
QComboBox *newChoiceBox(const char *name, const std::vector<std::pair<QString, Choice>> &choices)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    for (const auto &[text, choice] : choices)
        box->addItem(text, static_cast<int>(choice));
    return box;
}

template <typename Choice>
Choice chosenIn(const QComboBox &box)
{
    return static_cast<Choice>(box.currentData().toInt());
}

template <typename Choice>
void chooseIn(QComboBox &box, Choice choice)
{
    box.setCurrentIndex(box.findData(static_cast<int>(choice)));
}

} // namespace atlas
