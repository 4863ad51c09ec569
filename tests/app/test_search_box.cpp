#include "app/workspace/search_box.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;

/// Finding things by their words.
class SearchBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theBestFitComesFirst_data();
    void theBestFitComesFirst();
    void nothingFoundIsTold();
    void theListOffersAndChooses();
    void escapeClears();
    void forgottenItemsAreAskedForAgain();

private:
    QString enter(const QString &typed);

    QString m_ran;
    int m_asked = 0;
    std::unique_ptr<SearchBox> m_box;
};

void SearchBoxTest::init()
{
    m_ran.clear();
    m_asked = 0;
    m_box = std::make_unique<SearchBox>([this] {
        ++m_asked;
        std::vector<SearchItem> items;
        const auto add = [&](const QString &text, const QStringList &others = {}) {
            items.push_back({text, "area", others, [this, text] { m_ran = text; }});
        };
        add("Greater Lincolnshire", {"E37000014", "14"});
        add("Lincoln");
        add("North Lincoln & South");
        add("London", {"E37000023", "23"});
        add("Zoom in");
        return items;
    });
    m_box->show();
}

QString SearchBoxTest::enter(const QString &typed)
{
    m_ran.clear();
    m_box->clear();
    QTest::keyClicks(m_box.get(), typed);
    QTest::keyClick(m_box.get(), Qt::Key_Return);
    return m_ran;
}

void SearchBoxTest::theBestFitComesFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("the whole name before those that contain it") << "lincoln"
                                                                 << "Lincoln";
    QTest::newRow("the beginning of a word") << "lincolns"
                                             << "Greater Lincolnshire";
    QTest::newRow("within a word") << "ondo"
                                   << "London";
    QTest::newRow("a code") << "e37000014"
                            << "Greater Lincolnshire";
    QTest::newRow("a number, as a whole") << "23"
                                          << "London";
    QTest::newRow("and for &") << "Lincoln and South"
                               << "North Lincoln & South";
    QTest::newRow("in order where alike") << "l"
                                          << "Lincoln";
}

void SearchBoxTest::theBestFitComesFirst()
{
    QFETCH(const QString, typed);
    QTEST(enter(typed), "found");
    COMES_TRUE(m_box->text().isEmpty());
}

void SearchBoxTest::nothingFoundIsTold()
{
    QSignalSpy nothing(m_box.get(), &SearchBox::nothingFound);
    QVERIFY(enter("Atlantis").isEmpty());
    QCOMPARE(nothing.count(), 1);
    QCOMPARE(nothing.front().front().toString(), "Atlantis");
    QCOMPARE(m_box->text(), "Atlantis"); // to be put right
    enter("   ");
    QCOMPARE(nothing.count(), 1);
}

void SearchBoxTest::theListOffersAndChooses()
{
    QTest::keyClicks(m_box.get(), "lon");
    auto *list = m_box->findChild<QCompleter *>()->popup();
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 1);
    m_box->clear();
    QTest::keyClicks(m_box.get(), "lincoln");
    QCOMPARE(list->model()->rowCount(), 3);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_ran, "Greater Lincolnshire"); // a word of it begins so, and it was named before the other
    QVERIFY(!list->isVisible());
}

void SearchBoxTest::escapeClears()
{
    QTest::keyClicks(m_box.get(), "lon");
    m_box->findChild<QCompleter *>()->popup()->hide();
    QTest::keyClick(m_box.get(), Qt::Key_Escape);
    QVERIFY(m_box->text().isEmpty());
}

void SearchBoxTest::forgottenItemsAreAskedForAgain()
{
    QCOMPARE(m_asked, 0);
    enter("lincoln");
    enter("london");
    QCOMPARE(m_asked, 1);
    m_box->forget();
    enter("london");
    QCOMPARE(m_asked, 2);
}

ATLAS_TEST(SearchBoxTest)
#include "test_search_box.moc"
