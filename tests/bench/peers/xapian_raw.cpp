// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian as its documentation introduces it: TermGenerator, QueryParser and Enquire as they come,
// files read whole, no front matter, no sections, no snippets. What Guidepost is measured against.
//   index DIR DB | update DIR DB FILE | latency DB QUERIES | prefix DB PREFIXES | run JUDGED OUT
// The verbs do and print what those of guidepost-bench do.
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string contents(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

class Writer {
public:
    Writer(const fs::path& base, const std::string& database, int flags)
        : base_{base}, database_{database, flags}
    {
        generator_.set_stemmer(Xapian::Stem{"en"});
    }

    void add(const fs::path& file)
    {
        const auto text = contents(file);
        const auto name = file.lexically_relative(base_).string();
        Xapian::Document document;
        generator_.set_document(document);
        generator_.index_text(text);
        document.set_data(name + "\n" + text.substr(0, std::min<std::size_t>(text.find('\n'), 200)));
        // A term holds at most 245 bytes.
        const auto id = "Q" + (name.size() > 200 ? name.substr(name.size() - 200) : name);
        document.add_boolean_term(id);
        database_.replace_document(id, document);
    }

    void add_all()
    {
        for (const auto& entry : fs::recursive_directory_iterator{base_})
            if (entry.is_regular_file())
                add(entry.path());
    }

    void commit() { database_.commit(); }

private:
    fs::path base_;
    Xapian::WritableDatabase database_;
    Xapian::TermGenerator generator_;
};

Xapian::QueryParser parser_for(const Xapian::Database& database)
{
    constexpr Xapian::termcount most_completions = 100;
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(Xapian::Stem{"en"});
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_default_op(Xapian::Query::OP_OR);
    parser.set_max_expansion(most_completions, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
    return parser;
}

void latency(const std::string& path, const fs::path& queries, unsigned flags)
{
    const Xapian::Database database{path};
    std::ifstream in{queries};
    for (std::string line; std::getline(in, line);) {
        const auto start = Clock::now();
        auto parser = parser_for(database);
        Xapian::Enquire enquire{database};
        enquire.set_query(parser.parse_query(line, flags));
        const auto found = enquire.get_mset(0, 20);
        std::size_t read = 0; // what a list of results would show
        for (auto hit = found.begin(); hit != found.end(); ++hit)
            read += hit.get_document().get_data().empty() ? 0 : 1;
        const std::chrono::duration<double, std::micro> took = Clock::now() - start;
        std::printf("%.1f\t%zu\t%s\n", took.count(), read, line.c_str());
    }
}

void run(const fs::path& judged, const fs::path& out)
{
    const auto path = (out.string() + ".xapian");
    {
        Writer writer{judged / "md", path, Xapian::DB_CREATE_OR_OVERWRITE};
        writer.add_all();
        writer.commit();
    }
    std::map<std::string, std::string> ids;
    std::ifstream id_lines{judged / "ids.tsv"};
    for (std::string file, id; id_lines >> file >> id;)
        ids[file] = id;
    const Xapian::Database database{path};
    std::ofstream result{out};
    std::ifstream questions{judged / "queries.tsv"};
    for (std::string number, text; std::getline(questions, number, '\t') && std::getline(questions, text);) {
        Xapian::Enquire enquire{database};
        enquire.set_query(parser_for(database).parse_query(text, 0)); // a question holds no operators
        const auto found = enquire.get_mset(0, 1000);
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            const auto data = hit.get_document().get_data();
            result << number << " Q0 " << ids.at(data.substr(0, data.find(".md"))) << ' '
                   << hit.get_rank() + 1 << ' ' << hit.get_weight() << " xapian-raw\n";
        }
    }
    fs::remove_all(path);
}

} // namespace

int main(int argc, char** argv)
try {
    const std::vector<std::string> words{argv + 1, argv + argc};
    const auto is = [&](const char* verb, std::size_t count) {
        return words.size() == count + 1 && words[0] == verb;
    };
    if (is("index", 2)) {
        Writer writer{words[1], words[2], Xapian::DB_CREATE_OR_OVERWRITE};
        writer.add_all();
        writer.commit();
    } else if (is("update", 3)) {
        Writer writer{words[1], words[2], Xapian::DB_OPEN};
        writer.add(words[3]);
        writer.commit();
    } else if (is("latency", 2)) {
        latency(words[1], words[2], Xapian::QueryParser::FLAG_DEFAULT);
    } else if (is("prefix", 2)) {
        latency(words[1], words[2], Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_PARTIAL);
    } else if (is("run", 2)) {
        run(words[1], words[2]);
    } else {
        std::cerr << "usage: xapian-raw index DIR DB | update DIR DB FILE | latency DB QUERIES |\n"
                     "       prefix DB PREFIXES | run JUDGED OUT\n";
        return 2;
    }
    return 0;
} catch (const Xapian::Error& e) {
    std::cerr << "xapian-raw: " << e.get_description() << '\n';
    return 1;
} catch (const std::exception& e) {
    std::cerr << "xapian-raw: " << e.what() << '\n';
    return 1;
}
