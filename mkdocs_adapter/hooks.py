"""MkDocs' events, each mapped to what the core has made. MkDocs puts a theme around the pages and writes them."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_adapter import navigation, theme_files
from mkdocs_adapter.build import Build, prepare
from roadmap import urls
from roadmap.contact import NO_CONTACT, checked_contact
from roadmap.content.problems import ContentError
from roadmap.errors import OutputError
from roadmap.site import offline, social_cards
from roadmap.site.tools import lazy_names
from roadmap.site_url import NO_SITE_URL, checked_repo_url, checked_site_url, is_example
from roadmap.text.insertions import page_with

log = get_plugin_logger("veikart")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Makes everything that goes into the site before MkDocs writes any of it."""
    try:
        config.site_url = checked_site_url(config.site_url)
        config.repo_url = checked_repo_url(config.repo_url)
        config.extra["contact"] = checked_contact(config.extra.get("contact"))
        build = prepare(config)
    except ContentError as error:
        raise PluginError(f"Innholdet har {len(error.problems)} feil:\n{error}") from error
    except OutputError as error:
        raise PluginError(str(error)) from error
    if not config.extra["contact"]:
        log.info(NO_CONTACT)
    if is_example(config.site_url):
        log.info(NO_SITE_URL)
    config.extra.update(build=build, roadmap=build.roadmap)
    config.site_description = config.site_description or build.roadmap.plan.lead
    config.nav = navigation.fill(config.nav, build.roadmap)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds generated pages and files, leaves out what no page uses, and gives all of them their Norwegian URLs.

    Of content/ itself only pages are published: images as the build made them, without what their files tell besides.
    """
    build = _build(config)
    for file in list(files):
        if file.src_dir == config.docs_dir and not file.is_documentation_page():
            files.remove(file)
    for page in build.pages.values():
        if files.get_file_from_path(page.path) is None:
            file = File.generated(config, page.path, content="")
            file.edit_uri = page.edit_path
            files.append(file)
    for path, data in build.files.items():
        files.append(File.generated(config, path, content=data))
    config.extra["renamed"] = theme_files.publish(files, config)
    for file in files:
        # What the build made lies where it is to lie: a retired address may have the name of a folder of content/.
        if file.src_uri not in build.files:
            file.dest_uri = urls.destination(file.dest_uri)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escapes in every template of the theme, Material's own too, and gives ours the site's URLs."""
    env.autoescape = True
    theme_files.name_anew(env, config.extra["renamed"])
    roadmap = _build(config).roadmap
    templates = Path(config.config_file_path).parent / "templates"
    env.globals.update(
        urls=urls,
        has_address=not is_example(config.site_url or ""),
        about_page=page_with("status", roadmap),
        styled_tools=[tool.slug for tool in roadmap.tools if files.get_file_from_path(urls.tool_style(tool.slug))],
        lazy_scripts=lazy_names(templates),
    )
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Nothing: the page is rendered already."""
    return ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives the theme the page's title and facts."""
    build = _build(config)
    finished = build.pages[page.file.src_uri]
    shown_with = social_cards.shown_with(finished)
    page.meta = {
        "title": finished.title,
        "paper": finished.paper,
        **finished.meta,
        "card": urls.social_card(shown_with),
        "card_text": build.cards[shown_with].alternative,
        "changed": build.changed.get(finished.path),
    }
    if finished.edit_path is None:
        page.edit_url = None
    # MkDocs takes the day of the build for it, and writes the latest into sitemap.xml.gz.
    page.update_date = max(build.changed.values(), default=build.roadmap.plan.edition.date).isoformat()
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return _build(config).pages[page.file.src_uri].html


def on_post_build(config: MkDocsConfig) -> None:
    """Packs the finished site for readers without a network."""
    offline.pack(Path(config.site_dir), Path(config.config_file_path).parent / "templates", config.site_name)


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["build"]
    return build
